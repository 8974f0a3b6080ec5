/** Product that caused usage (billing_origin_product) → service, category, sub-category; others are the platform's. */
export const products: readonly (readonly [string, string, string, string])[] = [
  ["JOBS", "Databricks Jobs", "Analytics", "Data Processing"],
  ["DLT", "Databricks Pipelines", "Analytics", "Data Processing"],
  ["LAKEFLOW_CONNECT", "Databricks Pipelines", "Analytics", "Data Processing"],
  ["ALL_PURPOSE", "Databricks All-Purpose Compute", "Analytics", "Data Processing"],
  ["INTERACTIVE", "Databricks All-Purpose Compute", "Analytics", "Data Processing"],
  ["SQL", "Databricks SQL", "Databases", "Data Warehouses"],
  ["MODEL_SERVING", "Databricks Model Serving", "AI and Machine Learning", "AI Platforms"],
  ["FOUNDATION_MODEL_TRAINING", "Databricks Model Training", "AI and Machine Learning", "AI Platforms"],
  ["AI_GATEWAY", "Databricks AI Gateway", "AI and Machine Learning", "Generative AI"],
  ["AI_FUNCTIONS", "Databricks AI Functions", "AI and Machine Learning", "Generative AI"],
  ["AGENT_EVALUATION", "Databricks Agent Evaluation", "AI and Machine Learning", "Generative AI"],
  ["VECTOR_SEARCH", "Databricks Vector Search", "AI and Machine Learning", "AI Platforms"],
  ["DATABASE", "Databricks Database", "Databases", "Relational Databases"],
  ["DEFAULT_STORAGE", "Databricks Storage", "Storage", "Object Storage"],
  ["NETWORKING", "Databricks Networking", "Networking", "Network Connectivity"],
  ["LAKEHOUSE_MONITORING", "Databricks Monitoring", "Management and Governance", "Observability"],
  ["DATA_QUALITY_MONITORING", "Databricks Monitoring", "Management and Governance", "Observability"]
];
