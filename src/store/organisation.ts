/** The organisation of a practice that names no other; every store has it from its first migration on. */
export const localOrganisation = "local";
