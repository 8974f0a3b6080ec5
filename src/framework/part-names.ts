/** The parts of an edition; each says in `parts` what it stands on. */
export const partNames = [
  "definition",
  "principles",
  "personas",
  "phases",
  "maturity",
  "lenses",
  "domains",
  "capabilities",
  "technologyCategories",
  "scopes",
  "edges",
  "indicators",
  "kpis"
] as const;
