/** Line types of the Costs API: those that its users see. What the vendor adds goes to quarantine until it is known. */
export const lineTypes: readonly string[] = [
  "AUDIT_LOG_READ",
  "CLUSTER_LINKING_BASE",
  "CLUSTER_LINKING_PER_LINK",
  "CLUSTER_LINKING_READ",
  "CLUSTER_LINKING_WRITE",
  "CONNECT_CAPACITY",
  "CONNECT_NUM_RECORDS",
  "CONNECT_NUM_TASKS",
  "CONNECT_THROUGHPUT",
  "CUSTOM_CONNECT_NUM_TASKS",
  "CUSTOM_CONNECT_THROUGHPUT",
  "FLINK_NUM_CFUS",
  "GOVERNANCE_BASE",
  "KAFKA_BASE",
  "KAFKA_NETWORK_READ",
  "KAFKA_NETWORK_WRITE",
  "KAFKA_NUM_CKUS",
  "KAFKA_PARTITION",
  "KAFKA_REST_PRODUCE",
  "KAFKA_STORAGE",
  "KAFKA_STREAMS",
  "KSQL_NUM_CSUS",
  "NUM_RULES",
  "PROMO_CREDIT",
  "SCHEMA_REGISTRY",
  "SUPPORT",
  "TABLEFLOW_DATA_PROCESSED",
  "TABLEFLOW_NUM_TOPICS",
  "TABLEFLOW_STORAGE",
  "USM_CONNECTED_NODE"
];

/** Product of the API → service, category and sub-category. */
export const services: readonly (readonly [string, string, string, string])[] = [
  ["KAFKA", "Confluent Kafka", "Integration", "Messaging"],
  ["CLUSTER_LINK", "Confluent Cluster Linking", "Integration", "Messaging"],
  ["CONNECT", "Confluent Connect", "Integration", "Other (Integration)"],
  ["CUSTOM_CONNECT", "Confluent Connect", "Integration", "Other (Integration)"],
  ["KSQL", "Confluent ksqlDB", "Analytics", "Streaming Analytics"],
  ["FLINK", "Confluent Flink", "Analytics", "Streaming Analytics"],
  ["TABLEFLOW", "Confluent Tableflow", "Analytics", "Data Processing"],
  ["STREAM_GOVERNANCE", "Confluent Stream Governance", "Management and Governance", "Data Governance"],
  ["AUDIT_LOG", "Confluent Audit Log", "Management and Governance", "Compliance"],
  ["USM", "Confluent Unified Stream Manager", "Management and Governance", "Observability"],
  ["SUPPORT", "Confluent Support", "Management and Governance", "Support"]
];

/** Units as the API writes them → units of FOCUS; others stay as they are. */
export const units: Readonly<Record<string, string>> = {
  GB: "GB",
  "GB-hour": "GB-Hours",
  "GB-hours": "GB-Hours",
  Hour: "Hours",
  hour: "Hours",
  hours: "Hours",
  "Partition-hour": "Partition-Hours",
  "CKU-hour": "CKU-Hours",
  "CSU-hour": "CSU-Hours",
  "CFU-minute": "CFU-Minutes",
  "Task-hour": "Task-Hours"
};
