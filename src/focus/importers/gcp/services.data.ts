import type {ServiceCategory} from "../../service-taxonomy.data.ts";

type Places = Readonly<Partial<Record<ServiceCategory, Readonly<Record<string, readonly string[]>>>>>;

/** Where Google's services stand in FOCUS's taxonomy: category, subcategory, names as `service.description` has them. */
export const gcpServices: Places = {
  "AI and Machine Learning": {
    "Generative AI": ["Gemini API", "Cloud AI Companion API", "Claude", "Generative Language API"],
    "Machine Learning": [
      "Vertex AI",
      "Cloud Machine Learning Engine",
      "Cloud AutoML",
      "Cloud TPU",
      "Notebooks",
      "Prediction"
    ],
    "Natural Language Processing": ["Cloud Natural Language", "Translate", "Cloud Dialogflow API"],
    "Other (AI and Machine Learning)": [
      "Cloud Vision API",
      "Cloud Speech API",
      "Cloud Text-to-Speech API",
      "Cloud Video Intelligence API",
      "Cloud Document AI API",
      "Recommendations AI",
      "Cloud Talent Solution",
      "Contact Center AI Insights",
      "Speaker ID"
    ]
  },
  Analytics: {
    "Analytics Platforms": ["BigQuery", "BigQuery Reservation API", "BigQuery BI Engine", "BigQuery Storage API"],
    "Business Intelligence": ["Looker Data Platform SaaS", "Looker Studio"],
    "Data Processing": [
      "Cloud Dataflow",
      "Cloud Dataproc",
      "Cloud Composer",
      "Cloud Data Fusion",
      "Dataproc Metastore",
      "Dataplex"
    ],
    "Streaming Analytics": ["Cloud Pub/Sub", "Pub/Sub Lite"]
  },
  Compute: {
    Containers: [
      "Kubernetes Engine",
      "Anthos",
      "Red Hat® OpenShift® Container Platform",
      "Artifact Registry",
      "Container Registry"
    ],
    "Serverless Compute": ["Cloud Run", "Cloud Run Functions", "Cloud Functions", "App Engine"],
    "Virtual Machines": ["Compute Engine", "VMware Engine", "VM Manager", "Bare Metal Solution"],
    "Other (Compute)": ["Batch", "Confidential Computing"]
  },
  Databases: {
    Caching: ["Cloud Memorystore for Redis", "Cloud Memorystore for Memcached", "Memorystore"],
    "NoSQL Databases": [
      "Cloud Bigtable",
      "Bigtable",
      "Cloud Firestore",
      "Firestore",
      "Cloud Datastore",
      "MongoDB",
      "MongoDB Atlas",
      "Firebase Realtime Database"
    ],
    "Relational Databases": ["Cloud SQL", "Cloud Spanner", "Spanner", "AlloyDB"]
  },
  "Developer Tools": {
    "Continuous Integration and Deployment": ["Cloud Build", "Cloud Deploy", "Remote Build Execution"],
    "Source Code Management": ["Source Repository"],
    "Quality Assurance": ["Firebase Test Lab"],
    "Development Environments": ["Cloud Workstations"]
  },
  Identity: {
    "Identity and Access Management": ["Identity Platform", "Firebase Auth", "BeyondCorp Enterprise"]
  },
  Integration: {
    "API Management": ["API Gateway", "Apigee", "Maps API", "Places API", "Directions API", "Geocoding API"],
    Messaging: ["Cloud Tasks", "Eventarc"],
    "Workflow Orchestration": ["Workflows", "Cloud Scheduler"]
  },
  "Management and Governance": {
    Observability: ["Cloud Logging", "Cloud Monitoring", "Stackdriver", "Stackdriver Monitoring", "Stackdriver Trace"],
    Support: ["Support", "Enterprise Support", "Premium Support"],
    "Other (Management and Governance)": ["Enterprise Agreement", "Invoice", "Service Discovery"]
  },
  Migration: {
    "Data Migration": ["Datastream", "BigQuery Data Transfer Service", "Transfer Service", "Transfer Appliance"]
  },
  Mobile: {
    "Other (Mobile)": ["Firebase", "Firebase Hosting"]
  },
  Networking: {
    "Content Delivery": ["Cloud CDN", "CDN"],
    "Application Networking": ["Traffic Director", "Anthos Service Mesh", "Private Service Connect"],
    "Network Connectivity": ["Cloud VPN", "Cloud Interconnect", "NAT", "Network Connectivity"],
    "Network Infrastructure": ["Networking", "Network", "VPC", "IP"],
    "Network Routing": ["Cloud DNS", "Route", "Cloud Router"],
    "Network Security": ["Cloud Armor", "Firewall", "Cloud IDS"],
    "Other (Networking)": ["Network Intelligence Center"]
  },
  Security: {
    "Secret Management": ["Secret Manager", "Cloud Key Management Service (KMS)", "Certificate Authority Service"],
    "Security Posture Management": ["Security Command Center"],
    "Threat Detection and Response": ["Chronicle", "Web Risk", "reCAPTCHA Enterprise"],
    "Other (Security)": [
      "Cloud Data Loss Prevention",
      "Binary Authorization",
      "Container Registry Vulnerability Scanning"
    ]
  },
  Storage: {
    "Object Storage": ["Cloud Storage"],
    "File Storage": ["Cloud Filestore"],
    "Backup Storage": ["Backup for GKE", "Backup and DR Service", "Actifio GO"]
  },
  Web: {
    "Other (Web)": ["Cloud Domains"]
  }
};
