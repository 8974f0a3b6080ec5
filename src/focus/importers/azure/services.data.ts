/** A service of Azure as FOCUS names it. */
export interface AzureService {
  readonly name: string;
  readonly subcategory: string;
  /** Types of resources that are of it, in small letters. */
  readonly types: readonly string[];
  /** Namespaces and consumed services whose other resources are of it. */
  readonly namespaces: readonly string[];
}

/** The category follows from the subcategory. What is not here goes by its meter category, and is Other. */
export const azureServices: readonly AzureService[] = [
  {
    name: "API Center",
    subcategory: "API Management",
    types: ["microsoft.apicenter/service", "microsoft.apicenter/services"],
    namespaces: ["api center", "microsoft.apicenter"]
  },
  {
    name: "API Management",
    subcategory: "API Management",
    types: ["microsoft.apimanagement/gateways", "microsoft.apimanagement/service"],
    namespaces: ["api management", "microsoft.apimanagement"]
  },
  {
    name: "App Center",
    subcategory: "Developer Platforms",
    types: ["microsoft.appcenter/accounts"],
    namespaces: ["microsoft.appcenter"]
  },
  {
    name: "App Configuration",
    subcategory: "Other (Web)",
    types: ["microsoft.appconfiguration/configurationstores"],
    namespaces: ["microsoft.appconfiguration"]
  },
  {
    name: "Application Gateway",
    subcategory: "Application Networking",
    types: ["microsoft.network/applicationgateways"],
    namespaces: []
  },
  {
    name: "Application Gateway for Containers",
    subcategory: "Application Networking",
    types: ["microsoft.servicenetworking/trafficcontrollers"],
    namespaces: ["microsoft.servicenetworking"]
  },
  {
    name: "Azure AI Bot Service",
    subcategory: "Bots",
    types: ["microsoft.botservice/botservices"],
    namespaces: ["microsoft.botservice"]
  },
  {
    name: "Azure AI Search",
    subcategory: "Search",
    types: ["microsoft.search/searchservices", "microsoft.search/searchservices/sharedprivatelinkresources"],
    namespaces: ["microsoft.search"]
  },
  {
    name: "Azure AI Services",
    subcategory: "AI Platforms",
    types: ["microsoft.cognitiveservices/accounts", "microsoft.cognitiveservices/commitmentplans"],
    namespaces: ["microsoft.cognitiveservices"]
  },
  {
    name: "Azure AI Video Indexer",
    subcategory: "AI Platforms",
    types: ["microsoft.videoindexer/accounts"],
    namespaces: ["microsoft.videoindexer"]
  },
  {
    name: "Azure Analysis Services",
    subcategory: "Data Processing",
    types: ["microsoft.analysisservices/servers"],
    namespaces: ["microsoft.analysisservices"]
  },
  {
    name: "Azure App Service",
    subcategory: "Application Platforms",
    types: [
      "microsoft.certificateregistration/certificateorders",
      "microsoft.domainregistration/domains",
      "microsoft.web.admin/role",
      "microsoft.web/connections",
      "microsoft.web/containerapps",
      "microsoft.web/hostingenvironments",
      "microsoft.web/serverfarms",
      "microsoft.web/sites",
      "microsoft.web/sites/slots",
      "microsoft.web/staticsites"
    ],
    namespaces: [
      "appservices",
      "azure app service",
      "microsoft.certificateregistration",
      "microsoft.domainregistration",
      "microsoft.web",
      "microsoft.web.admin"
    ]
  },
  {
    name: "Azure Arc",
    subcategory: "Multicloud Integration",
    types: [
      "microsoft.azurearcdata/postgresinstances",
      "microsoft.azurearcdata/sqlmanagedinstances",
      "microsoft.azurearcdata/sqlserveresulicenses",
      "microsoft.azurearcdata/sqlserverinstances",
      "microsoft.azurearcdata/sqlserverlicenses",
      "microsoft.hybridcompute/licenses",
      "microsoft.hybridcompute/machines",
      "microsoft.hybridnetwork/sitenetworkservices",
      "microsoft.kubernetes/connectedclusters"
    ],
    namespaces: [
      "microsoft.azurearcdata",
      "microsoft.hybridcompute",
      "microsoft.hybridcontainerservice",
      "microsoft.kubernetes"
    ]
  },
  {
    name: "Azure Automation",
    subcategory: "Workflow Orchestration",
    types: ["microsoft.automation/automationaccounts"],
    namespaces: ["microsoft.automation"]
  },
  {
    name: "Azure Backup",
    subcategory: "Backup Storage",
    types: ["microsoft.dataprotection/backupvaults"],
    namespaces: ["microsoft.dataprotection"]
  },
  {
    name: "Azure Bastion",
    subcategory: "Network Security",
    types: ["microsoft.network/bastionhosts"],
    namespaces: ["bastion scale units"]
  },
  {
    name: "Azure Cache for Redis",
    subcategory: "Caching",
    types: ["microsoft.cache/redis", "microsoft.cache/redisenterprise"],
    namespaces: ["microsoft.cache"]
  },
  {
    name: "Azure Chaos Studio",
    subcategory: "Disaster Recovery",
    types: ["microsoft.chaos/experiments"],
    namespaces: ["microsoft.chaos"]
  },
  {
    name: "Azure Communication Services",
    subcategory: "Messaging",
    types: ["microsoft.communication/communicationservices"],
    namespaces: ["microsoft.communication"]
  },
  {
    name: "Azure Communications Gateway",
    subcategory: "Messaging",
    types: ["microsoft.voiceservices/communicationsgateways"],
    namespaces: ["microsoft.voiceservices"]
  },
  {
    name: "Azure Compute Fleet",
    subcategory: "Virtual Machines",
    types: ["microsoft.azurefleet/fleets"],
    namespaces: ["microsoft.azurefleet"]
  },
  {
    name: "Azure Confidential Ledger",
    subcategory: "Ledger Databases",
    types: ["microsoft.confidentialledger/ledgers", "microsoft.confidentialledger/managedccfs"],
    namespaces: ["microsoft.confidentialledger"]
  },
  {
    name: "Azure Container Apps",
    subcategory: "Containers",
    types: [
      "microsoft.app/containerapps",
      "microsoft.app/jobs",
      "microsoft.app/managedenvironments",
      "microsoft.app/sessionpools"
    ],
    namespaces: ["microsoft.app"]
  },
  {
    name: "Azure Container Instances",
    subcategory: "Containers",
    types: ["microsoft.containerinstance/containergroups"],
    namespaces: ["microsoft.containerinstance"]
  },
  {
    name: "Azure Container Registry",
    subcategory: "Containers",
    types: ["microsoft.containerregistry/registries"],
    namespaces: ["containerregistry", "microsoft.containerregistry"]
  },
  {
    name: "Azure Container Service",
    subcategory: "Containers",
    types: ["microsoft.containerservice/containerservices"],
    namespaces: []
  },
  {
    name: "Azure DB for MariaDB",
    subcategory: "Relational Databases",
    types: ["microsoft.dbformariadb/servers"],
    namespaces: ["microsoft.dbformariadb"]
  },
  {
    name: "Azure DB for MySQL",
    subcategory: "Relational Databases",
    types: ["microsoft.dbformysql/flexibleservers", "microsoft.dbformysql/servers"],
    namespaces: ["microsoft.dbformysql"]
  },
  {
    name: "Azure DB for PostgreSQL",
    subcategory: "Relational Databases",
    types: [
      "microsoft.dbforpostgresql/flexibleservers",
      "microsoft.dbforpostgresql/servergroupsv2",
      "microsoft.dbforpostgresql/servers"
    ],
    namespaces: ["microsoft.dbforpostgresql"]
  },
  {
    name: "Azure DDoS Protection",
    subcategory: "Network Security",
    types: ["microsoft.network/ddosprotectionplans"],
    namespaces: []
  },
  {
    name: "Azure DNS",
    subcategory: "Network Routing",
    types: [
      "microsoft.network/dnsforwardingrulesets",
      "microsoft.network/dnsresolvers",
      "microsoft.network/dnsresolvers/outboundendpoints",
      "microsoft.network/dnszones"
    ],
    namespaces: []
  },
  {
    name: "Azure Data Box",
    subcategory: "Data Migration",
    types: ["microsoft.databox/jobs", "microsoft.databoxedge/databoxedgedevices"],
    namespaces: ["microsoft.databox", "microsoft.databoxedge"]
  },
  {
    name: "Azure Data Explorer",
    subcategory: "Analytics Platforms",
    types: ["microsoft.kusto/clusters"],
    namespaces: ["microsoft.kusto"]
  },
  {
    name: "Azure Data Factory",
    subcategory: "Workflow Orchestration",
    types: [
      "microsoft.datafactory/datafactories",
      "microsoft.datafactory/factories",
      "microsoft.datafactory/factories/pipelines",
      "microsoft.datafactory/factories/triggers"
    ],
    namespaces: ["microsoft.datafactory"]
  },
  {
    name: "Azure Data Lake Analytics",
    subcategory: "Data Processing",
    types: ["microsoft.datalakeanalytics/accounts"],
    namespaces: ["microsoft.datalakeanalytics"]
  },
  {
    name: "Azure Data Lake Store",
    subcategory: "Object Storage",
    types: ["microsoft.datalakestore/accounts"],
    namespaces: ["microsoft.datalakestore"]
  },
  {
    name: "Azure Data Manager for Energy",
    subcategory: "Analytics Platforms",
    types: ["microsoft.openenergyplatform/energyservices"],
    namespaces: ["microsoft.openenergyplatform"]
  },
  {
    name: "Azure Data Share",
    subcategory: "Data Migration",
    types: ["microsoft.datashare/accounts"],
    namespaces: ["microsoft.datashare"]
  },
  {
    name: "Azure Database Migration Service",
    subcategory: "Data Migration",
    types: ["microsoft.datamigration/sqlmigrationservices"],
    namespaces: ["microsoft.datamigration"]
  },
  {
    name: "Azure Databricks",
    subcategory: "Data Processing",
    types: ["microsoft.databricks/workspaces"],
    namespaces: ["microsoft.databricks"]
  },
  {
    name: "Azure Dedicated HSM",
    subcategory: "Secret Management",
    types: ["microsoft.hardwaresecuritymodules/cloudhsmclusters", "microsoft.hardwaresecuritymodules/dedicatedhsms"],
    namespaces: ["microsoft.hardwaresecuritymodules"]
  },
  {
    name: "Azure Dedicated Host",
    subcategory: "Virtual Machines",
    types: ["microsoft.compute/hostgroups"],
    namespaces: []
  },
  {
    name: "Azure DevOps",
    subcategory: "Developer Platforms",
    types: ["microsoft.visualstudio/organizations"],
    namespaces: ["microsoft.visualstudio"]
  },
  {
    name: "Azure Digital Twins",
    subcategory: "IoT Analytics",
    types: ["microsoft.digitaltwins/digitaltwinsinstances"],
    namespaces: ["microsoft.digitaltwins"]
  },
  {
    name: "Azure Elastic SAN",
    subcategory: "Block Storage",
    types: ["microsoft.elasticsan/elasticsans"],
    namespaces: ["microsoft.elasticsan"]
  },
  {
    name: "Azure ExpressRoute",
    subcategory: "Network Routing",
    types: [
      "microsoft.network/expressroutecircuits",
      "microsoft.network/expressroutegateways",
      "microsoft.network/expressrouteports",
      "microsoft.networkfunction/azuretrafficcollectors"
    ],
    namespaces: ["microsoft.networkfunction"]
  },
  {
    name: "Azure FarmBeats",
    subcategory: "IoT Analytics",
    types: ["microsoft.agfoodplatform/farmbeats"],
    namespaces: ["microsoft.agfoodplatform"]
  },
  {
    name: "Azure File Sync",
    subcategory: "Data Migration",
    types: ["microsoft.storagesync/storagesyncservices"],
    namespaces: ["microsoft.storagesync"]
  },
  {
    name: "Azure Firewall",
    subcategory: "Network Security",
    types: ["microsoft.network/azurefirewalls"],
    namespaces: []
  },
  {
    name: "Azure Firewall Manager",
    subcategory: "Network Security",
    types: ["microsoft.network/firewallpolicies"],
    namespaces: []
  },
  {
    name: "Azure Fluid Relay",
    subcategory: "Other (Web)",
    types: ["microsoft.fluidrelay/fluidrelayservers"],
    namespaces: ["microsoft.fluidrelay"]
  },
  {
    name: "Azure Front Door",
    subcategory: "Content Delivery",
    types: ["microsoft.network/frontdoors", "microsoft.network/frontdoorwebapplicationfirewallpolicies"],
    namespaces: []
  },
  {
    name: "Azure HPC Cache",
    subcategory: "Storage Platforms",
    types: ["microsoft.storagecache/amlfilesystems", "microsoft.storagecache/caches"],
    namespaces: ["microsoft.storagecache"]
  },
  {
    name: "Azure Health Data Services",
    subcategory: "Analytics Platforms",
    types: [
      "microsoft.healthcareapis/services",
      "microsoft.healthcareapis/workspaces",
      "microsoft.healthdataaiservices/deidservices"
    ],
    namespaces: ["microsoft.healthcareapis", "microsoft.healthdataaiservices"]
  },
  {
    name: "Azure Import/Export",
    subcategory: "Data Migration",
    types: ["microsoft.importexport/jobs"],
    namespaces: ["microsoft.importexport"]
  },
  {
    name: "Azure Internet Analyzer",
    subcategory: "Network Connectivity",
    types: ["microsoft.network/internetanalyzerprofiles"],
    namespaces: []
  },
  {
    name: "Azure IoT Central",
    subcategory: "IoT Platforms",
    types: ["microsoft.iotcentral/iotapps"],
    namespaces: ["microsoft.iotcentral"]
  },
  {
    name: "Azure IoT Hub",
    subcategory: "IoT Platforms",
    types: [
      "microsoft.deviceregistry/billingcontainers",
      "microsoft.devices/iothubs",
      "microsoft.devices/provisioningservices",
      "microsoft.deviceupdate/accounts"
    ],
    namespaces: ["microsoft.deviceregistry", "microsoft.devices", "microsoft.deviceupdate"]
  },
  {
    name: "Azure IoT Operations",
    subcategory: "IoT Platforms",
    types: ["microsoft.iotoperations/instances"],
    namespaces: ["microsoft.iotoperations"]
  },
  {
    name: "Azure Kubernetes Service",
    subcategory: "Containers",
    types: ["microsoft.containerservice/managedclusters"],
    namespaces: ["kubernetesservice", "microsoft.containerservice", "microsoft.kubernetesconfiguration"]
  },
  {
    name: "Azure Lab Services",
    subcategory: "End User Computing",
    types: ["microsoft.labservices/labaccounts", "microsoft.labservices/labs"],
    namespaces: ["microsoft.labservices"]
  },
  {
    name: "Azure Load Testing",
    subcategory: "Quality Assurance",
    types: ["microsoft.loadtestservice/loadtests"],
    namespaces: ["microsoft.loadtestservice"]
  },
  {
    name: "Azure Machine Learning",
    subcategory: "Machine Learning",
    types: [
      "microsoft.machinelearning/commitmentplans",
      "microsoft.machinelearning/workspaces",
      "microsoft.machinelearningservices/registries",
      "microsoft.machinelearningservices/workspaces"
    ],
    namespaces: ["microsoft.machinelearning", "microsoft.machinelearningservices"]
  },
  {
    name: "Azure Managed Applications",
    subcategory: "Other (Other)",
    types: ["microsoft.solutions/applications"],
    namespaces: ["microsoft.solutions"]
  },
  {
    name: "Azure Managed Grafana",
    subcategory: "Business Intelligence",
    types: ["microsoft.dashboard/grafana"],
    namespaces: ["microsoft.dashboard"]
  },
  {name: "Azure Maps", subcategory: "Other (Web)", types: ["microsoft.maps/accounts"], namespaces: ["microsoft.maps"]},
  {
    name: "Azure Marketplace",
    subcategory: "Other (Other)",
    types: ["marketplace/account", "microsoft.saas/resources", "microsoft.saas/saasresources"],
    namespaces: ["marketplace", "microsoft.saas"]
  },
  {
    name: "Azure Media Services",
    subcategory: "Media Streaming",
    types: ["microsoft.media/mediaservices", "microsoft.media/videoanalyzers"],
    namespaces: ["microsoft.media"]
  },
  {
    name: "Azure Migrate",
    subcategory: "Resource Migration",
    types: ["microsoft.migrate/movecollections"],
    namespaces: ["microsoft.migrate"]
  },
  {
    name: "Azure Modeling and Simulation Workbench",
    subcategory: "Analytics Platforms",
    types: ["microsoft.modsimworkbench/workbenches"],
    namespaces: ["microsoft.modsimworkbench"]
  },
  {
    name: "Azure Monitor",
    subcategory: "Observability",
    types: [
      "microsoft.insights/actiongroups",
      "microsoft.insights/components",
      "microsoft.insights/datacollectionrules",
      "microsoft.insights/metricalerts",
      "microsoft.insights/pricings",
      "microsoft.insights/scheduledqueryrules",
      "microsoft.monitor/accounts",
      "microsoft.networkanalytics/dataconnectors",
      "microsoft.networkanalytics/dataproducts",
      "microsoft.operationalinsights/azurefirewall",
      "microsoft.operationalinsights/clusters",
      "microsoft.operationalinsights/networksecuritygroups",
      "microsoft.operationalinsights/p2svpngateways",
      "microsoft.operationalinsights/virtualnetworkgateways",
      "microsoft.operationalinsights/workspaces"
    ],
    namespaces: [
      "microsoft.insights",
      "microsoft.monitor",
      "microsoft.networkanalytics",
      "microsoft.operationalinsights"
    ]
  },
  {
    name: "Azure NAT Gateway",
    subcategory: "Network Connectivity",
    types: ["microsoft.network/natgateways"],
    namespaces: []
  },
  {
    name: "Azure NetApp Files",
    subcategory: "File Storage",
    types: ["microsoft.netapp/netappaccounts", "microsoft.netapp/netappaccounts/capacitypools"],
    namespaces: ["microsoft.netapp"]
  },
  {
    name: "Azure Network Function Manager",
    subcategory: "Network Infrastructure",
    types: ["microsoft.hybridnetwork/devices"],
    namespaces: ["microsoft.hybridnetwork"]
  },
  {
    name: "Azure Operator Nexus",
    subcategory: "Virtual Machines",
    types: ["microsoft.networkcloud/baremetalmachines"],
    namespaces: ["microsoft.networkcloud"]
  },
  {
    name: "Azure Orbital",
    subcategory: "Network Connectivity",
    types: ["microsoft.orbital/groundstations", "microsoft.orbital/spacecrafts", "microsoft.orbital/terminals"],
    namespaces: ["microsoft.orbital"]
  },
  {
    name: "Azure Peering Service",
    subcategory: "Network Connectivity",
    types: ["microsoft.peering/peerings"],
    namespaces: ["microsoft.peering"]
  },
  {
    name: "Azure PlayFab",
    subcategory: "Gaming",
    types: [
      "playfabbillingservice/blobs",
      "playfabbillingservice/catalogrequests",
      "playfabbillingservice/compute",
      "playfabbillingservice/egress",
      "playfabbillingservice/events",
      "playfabbillingservice/executiontimegbs",
      "playfabbillingservice/filestorage",
      "playfabbillingservice/flatfee",
      "playfabbillingservice/insightscredits",
      "playfabbillingservice/inventoryreadrequests",
      "playfabbillingservice/inventorywriterequests",
      "playfabbillingservice/itemstorage",
      "playfabbillingservice/lobbyrequests",
      "playfabbillingservice/matchmakingrequests",
      "playfabbillingservice/messages",
      "playfabbillingservice/partyconnectivity",
      "playfabbillingservice/partyvoice",
      "playfabbillingservice/playstream",
      "playfabbillingservice/reads",
      "playfabbillingservice/storage",
      "playfabbillingservice/telemetry",
      "playfabbillingservice/totalexecution",
      "playfabbillingservice/writes"
    ],
    namespaces: ["playfabbillingservice"]
  },
  {
    name: "Azure Private 5G Core",
    subcategory: "Network Connectivity",
    types: ["microsoft.mobilenetwork/mobilenetworks", "microsoft.mobilenetwork/packetcorecontrolplanes"],
    namespaces: ["microsoft.mobilenetwork"]
  },
  {
    name: "Azure Private Link",
    subcategory: "Network Connectivity",
    types: ["microsoft.network/privatednszones", "microsoft.network/privateendpoints"],
    namespaces: []
  },
  {
    name: "Azure Quantum",
    subcategory: "Quantum Compute",
    types: ["microsoft.quantum/workspaces"],
    namespaces: ["microsoft.quantum"]
  },
  {
    name: "Azure Relay",
    subcategory: "Messaging",
    types: ["microsoft.relay/namespaces"],
    namespaces: ["microsoft.relay"]
  },
  {
    name: "Azure Reservations",
    subcategory: "Cost Management",
    types: ["microsoft.capacity/reservationorders", "microsoft.capacity/reservationorders/reservations"],
    namespaces: ["microsoft.capacity"]
  },
  {
    name: "Azure SQL Database",
    subcategory: "Relational Databases",
    types: [
      "microsoft.sql/instancepools",
      "microsoft.sql/locations",
      "microsoft.sql/longtermretentionmanagedinstances",
      "microsoft.sql/longtermretentionservers",
      "microsoft.sql/longtermretentionservers/longtermretentiondatabases",
      "microsoft.sql/managedinstances",
      "microsoft.sql/servers",
      "microsoft.sql/servers/databases",
      "microsoft.sql/servers/elasticpools"
    ],
    namespaces: [
      "australiacentral",
      "australiaeast",
      "australiasoutheast",
      "brazilsouth",
      "canadacentral",
      "canadaeast",
      "centralindia",
      "centralus",
      "eastasia",
      "eastus",
      "eastus2",
      "francecentral",
      "japaneast",
      "japanwest",
      "koreacentral",
      "koreasouth",
      "microsoft.sql",
      "northcentralus",
      "northeurope",
      "southafricanorth",
      "southcentralus",
      "southeastasia",
      "southindia",
      "uaenorth",
      "uksouth",
      "ukwest",
      "westcentralus",
      "westeurope",
      "westindia",
      "westus",
      "westus2"
    ]
  },
  {
    name: "Azure Savings Plan for Compute",
    subcategory: "Other (Compute)",
    types: ["microsoft.billingbenefits/savingsplanorders", "microsoft.billingbenefits/savingsplanorders/savingsplans"],
    namespaces: ["microsoft.billingbenefits"]
  },
  {
    name: "Azure SignalR Service",
    subcategory: "Other (Web)",
    types: ["microsoft.signalrservice/signalr", "microsoft.signalrservice/webpubsub"],
    namespaces: ["microsoft.signalrservice"]
  },
  {
    name: "Azure Site Recovery",
    subcategory: "Disaster Recovery",
    types: ["microsoft.datareplication.admin/clusters", "microsoft.recoveryservices/vaults"],
    namespaces: ["microsoft.datareplication.admin", "microsoft.recoveryservices"]
  },
  {
    name: "Azure Spring Apps",
    subcategory: "Application Platforms",
    types: ["microsoft.appplatform/spring"],
    namespaces: ["microsoft.appplatform"]
  },
  {
    name: "Azure Stack Edge",
    subcategory: "Multicloud Integration",
    types: ["microsoft.edgeorder/orderitems"],
    namespaces: ["microsoft.edgeorder"]
  },
  {
    name: "Azure Stack HCI",
    subcategory: "Multicloud Integration",
    types: ["microsoft.azurestackhci/clusters"],
    namespaces: ["microsoft.azurestackhci"]
  },
  {
    name: "Azure StorSimple",
    subcategory: "Storage Platforms",
    types: ["microsoft.storsimple/managers"],
    namespaces: ["microsoft.storsimple"]
  },
  {
    name: "Azure Stream Analytics",
    subcategory: "Streaming Analytics",
    types: ["microsoft.streamanalytics/clusters", "microsoft.streamanalytics/streamingjobs"],
    namespaces: ["microsoft.streamanalytics"]
  },
  {
    name: "Azure Synapse Analytics",
    subcategory: "Analytics Platforms",
    types: [
      "microsoft.synapse/workspaces",
      "microsoft.synapse/workspaces/bigdatapools",
      "microsoft.synapse/workspaces/kustopools",
      "microsoft.synapse/workspaces/sqlpools"
    ],
    namespaces: ["microsoft.synapse"]
  },
  {
    name: "Azure Time Series Insights",
    subcategory: "IoT Analytics",
    types: ["microsoft.timeseriesinsights/environments"],
    namespaces: ["microsoft.timeseriesinsights"]
  },
  {
    name: "Azure VMware Solution",
    subcategory: "Virtual Machines",
    types: ["microsoft.avs/privateclouds", "microsoft.nutanix/nodes"],
    namespaces: ["microsoft.avs", "microsoft.nutanix"]
  },
  {
    name: "Azure Virtual Desktop",
    subcategory: "End User Computing",
    types: ["microsoft.desktopvirtualization/hostpools"],
    namespaces: ["microsoft.desktopvirtualization"]
  },
  {
    name: "Azure Virtual Network Manager",
    subcategory: "Network Infrastructure",
    types: ["microsoft.network/networkmanagers"],
    namespaces: []
  },
  {
    name: "BareMetal Infrastructure",
    subcategory: "Virtual Machines",
    types: ["microsoft.baremetalinfrastructure/baremetalstorageinstances"],
    namespaces: ["microsoft.baremetalinfrastructure"]
  },
  {
    name: "Batch",
    subcategory: "Serverless Compute",
    types: ["microsoft.batch/batchaccounts", "microsoft.batch/batchaccounts/pools"],
    namespaces: ["microsoft.batch"]
  },
  {
    name: "Citrix Virtual App Essentials",
    subcategory: "End User Computing",
    types: ["citrix.services/xenappessentials"],
    namespaces: ["citrix.services"]
  },
  {
    name: "Citrix Virtual Desktop Essentials",
    subcategory: "End User Computing",
    types: ["citrix.services/xendesktopessentials"],
    namespaces: []
  },
  {
    name: "Cloud Services",
    subcategory: "Serverless Compute",
    types: ["microsoft.compute/cloudservices"],
    namespaces: []
  },
  {
    name: "Community Training",
    subcategory: "Other (Business Applications)",
    types: ["microsoft.community/communitytrainings"],
    namespaces: ["microsoft.community"]
  },
  {
    name: "Content Delivery Network",
    subcategory: "Content Delivery",
    types: ["microsoft.cdn/cdnwebapplicationfirewallpolicies", "microsoft.cdn/profiles"],
    namespaces: ["microsoft.cdn"]
  },
  {
    name: "Cosmos DB",
    subcategory: "NoSQL Databases",
    types: [
      "microsoft.documentdb/cassandraclusters",
      "microsoft.documentdb/databaseaccounts",
      "microsoft.documentdb/mongocluster",
      "microsoft.documentdb/mongoclusters"
    ],
    namespaces: ["microsoft.documentdb"]
  },
  {
    name: "Data Catalog",
    subcategory: "Data Processing",
    types: ["microsoft.datacatalog/catalogs"],
    namespaces: ["microsoft.datacatalog"]
  },
  {
    name: "Dynamics 365 Fraud Protection",
    subcategory: "Threat Detection and Response",
    types: ["microsoft.dynamics365fraudprotection/instances"],
    namespaces: ["microsoft.dynamics365fraudprotection"]
  },
  {
    name: "Event Grid",
    subcategory: "Messaging",
    types: [
      "microsoft.eventgrid/domains",
      "microsoft.eventgrid/extensiontopics",
      "microsoft.eventgrid/namespaces",
      "microsoft.eventgrid/partnertopics",
      "microsoft.eventgrid/systemtopics",
      "microsoft.eventgrid/topics"
    ],
    namespaces: ["microsoft.eventgrid"]
  },
  {
    name: "Event Hubs",
    subcategory: "Messaging",
    types: ["microsoft.eventhub/clusters", "microsoft.eventhub/namespaces"],
    namespaces: ["microsoft.eventhub"]
  },
  {
    name: "Functions",
    subcategory: "Serverless Compute",
    types: ["microsoft.durabletask/schedulers"],
    namespaces: ["functions", "microsoft.durabletask"]
  },
  {
    name: "GitHub Enterprise Cloud",
    subcategory: "Developer Platforms",
    types: ["github.enterprise/accounts", "github/enterpriseaccount"],
    namespaces: ["github", "github.enterprise"]
  },
  {
    name: "HDInsight",
    subcategory: "Data Processing",
    types: ["microsoft.hdinsight/clusterpools", "microsoft.hdinsight/clusters", "microsoft.hdinsightfairfax/clusters"],
    namespaces: ["microsoft.hdinsight", "microsoft.hdinsightfairfax"]
  },
  {
    name: "Health Bot",
    subcategory: "Bots",
    types: ["microsoft.healthbot/healthbots"],
    namespaces: ["microsoft.healthbot"]
  },
  {
    name: "Intelligent Recommendations",
    subcategory: "AI Platforms",
    types: ["microsoft.recommendationsservice/accounts"],
    namespaces: ["microsoft.recommendationsservice"]
  },
  {
    name: "Key Vault",
    subcategory: "Secret Management",
    types: ["microsoft.keyvault/hsmpools", "microsoft.keyvault/managedhsms", "microsoft.keyvault/vaults"],
    namespaces: ["microsoft.keyvault"]
  },
  {
    name: "Load Balancer",
    subcategory: "Application Networking",
    types: ["microsoft.network/loadbalancers"],
    namespaces: []
  },
  {
    name: "Logic Apps",
    subcategory: "Workflow Orchestration",
    types: [
      "microsoft.logic/integrationaccounts",
      "microsoft.logic/integrationserviceenvironments",
      "microsoft.logic/workflows"
    ],
    namespaces: ["microsoft.logic"]
  },
  {
    name: "Managed DevOps Pools",
    subcategory: "Continuous Integration and Deployment",
    types: ["microsoft.devopsinfrastructure/pools"],
    namespaces: ["microsoft.devopsinfrastructure"]
  },
  {
    name: "Microsoft Autonomous Systems",
    subcategory: "AI Platforms",
    types: ["microsoft.autonomousdevelopmentplatform/workspaces"],
    namespaces: ["microsoft.autonomousdevelopmentplatform"]
  },
  {name: "Microsoft Bing", subcategory: "Search", types: ["microsoft.bing/accounts"], namespaces: ["microsoft.bing"]},
  {
    name: "Microsoft Copilot for Security",
    subcategory: "Security Posture Management",
    types: ["microsoft.securitycopilot/capacities"],
    namespaces: ["microsoft.securitycopilot"]
  },
  {
    name: "Microsoft Defender for Cloud",
    subcategory: "Security Posture Management",
    types: ["microsoft.easm/workspaces", "microsoft.security/pricings", "microsoft.security/securityconnectors"],
    namespaces: ["microsoft.easm", "microsoft.security"]
  },
  {
    name: "Microsoft Defender for Endpoint",
    subcategory: "Endpoint Management",
    types: ["microsoft.security/mdeservers"],
    namespaces: []
  },
  {
    name: "Microsoft Defender for IoT",
    subcategory: "IoT Platforms",
    types: ["microsoft.iotsecurity/defendersettings"],
    namespaces: ["default", "microsoft.iotsecurity"]
  },
  {
    name: "Microsoft Dev Box",
    subcategory: "Continuous Integration and Deployment",
    types: ["microsoft.devcenter/projects"],
    namespaces: ["microsoft.devcenter"]
  },
  {
    name: "Microsoft Edge Enterprise",
    subcategory: "Productivity and Collaboration",
    types: ["microsoft.edge/contexts"],
    namespaces: ["microsoft.edge"]
  },
  {
    name: "Microsoft Entra Domain Services",
    subcategory: "Identity and Access Management",
    types: ["microsoft.aad/domainservices"],
    namespaces: ["microsoft.aad"]
  },
  {
    name: "Microsoft Entra External Identities",
    subcategory: "Identity and Access Management",
    types: [
      "microsoft.azureactivedirectory/b2cdirectories",
      "microsoft.azureactivedirectory/ciamdirectories",
      "microsoft.azureactivedirectory/guestusages"
    ],
    namespaces: ["microsoft.azureactivedirectory"]
  },
  {
    name: "Microsoft Entra ID",
    subcategory: "Identity and Access Management",
    types: ["mfa/perauthentication", "mfa/peruser"],
    namespaces: ["mfa"]
  },
  {
    name: "Microsoft Entra Verified ID",
    subcategory: "Identity and Access Management",
    types: ["microsoft.verifiedid/authorities"],
    namespaces: ["microsoft.verifiedid"]
  },
  {
    name: "Microsoft Fabric",
    subcategory: "Analytics Platforms",
    types: ["microsoft.fabric/capacities"],
    namespaces: ["microsoft.fabric"]
  },
  {
    name: "Microsoft Genomics",
    subcategory: "Data Processing",
    types: ["microsoft.genomics/accounts"],
    namespaces: ["microsoft.genomics"]
  },
  {
    name: "Microsoft Graph",
    subcategory: "API Management",
    types: ["microsoft.graph/accounts", "microsoft.graphservices/accounts"],
    namespaces: ["microsoft.graph", "microsoft.graphservices"]
  },
  {
    name: "Microsoft Graph Data Connect",
    subcategory: "API Management",
    types: ["microsoft.graph/azureadapplications"],
    namespaces: []
  },
  {
    name: "Microsoft Premonition",
    subcategory: "Analytics Platforms",
    types: ["microsoft.premonition/libraries"],
    namespaces: ["microsoft.premonition"]
  },
  {
    name: "Microsoft Purview",
    subcategory: "Data Governance",
    types: ["microsoft.purview/accounts"],
    namespaces: ["microsoft.purview"]
  },
  {
    name: "Microsoft Syntex",
    subcategory: "AI Platforms",
    types: ["microsoft.syntex/accounts", "microsoft.syntex/documentprocessors"],
    namespaces: ["microsoft.syntex"]
  },
  {
    name: "Microsoft Teams",
    subcategory: "Productivity and Collaboration",
    types: ["microsoft.teams/telephonyservices"],
    namespaces: ["microsoft.teams"]
  },
  {
    name: "NGINX Plus",
    subcategory: "Application Networking",
    types: ["nginx.nginxplus/nginxdeployments"],
    namespaces: ["nginx.nginxplus"]
  },
  {
    name: "Network Watcher",
    subcategory: "Network Infrastructure",
    types: [
      "microsoft.network/networkwatchers",
      "microsoft.network/networkwatchers/connectionmonitors",
      "microsoft.network/networkwatchers/flowlogs"
    ],
    namespaces: []
  },
  {
    name: "Notification Hubs",
    subcategory: "Messaging",
    types: ["microsoft.notificationhubs/namespaces"],
    namespaces: ["microsoft.notificationhubs"]
  },
  {
    name: "Object Anchors",
    subcategory: "Mixed Reality",
    types: ["microsoft.mixedreality/objectanchorsaccounts"],
    namespaces: ["microsoft.mixedreality"]
  },
  {
    name: "Playwright Testing",
    subcategory: "Quality Assurance",
    types: ["microsoft.azureplaywrightservice/accounts"],
    namespaces: ["microsoft.azureplaywrightservice"]
  },
  {
    name: "Power BI Embedded",
    subcategory: "Business Intelligence",
    types: ["microsoft.powerbidedicated/autoscalevcores", "microsoft.powerbidedicated/capacities"],
    namespaces: ["microsoft.powerbidedicated"]
  },
  {
    name: "Power Platforms",
    subcategory: "Productivity and Collaboration",
    types: ["microsoft.powerplatform/accounts"],
    namespaces: ["microsoft.powerplatform"]
  },
  {
    name: "Remote Rendering",
    subcategory: "Mixed Reality",
    types: ["microsoft.mixedreality/remoterenderingaccounts"],
    namespaces: []
  },
  {
    name: "SAP on Azure",
    subcategory: "Virtual Machines",
    types: ["microsoft.hanaonazure/hanainstances"],
    namespaces: ["microsoft.hanaonazure"]
  },
  {
    name: "Service Bus",
    subcategory: "Messaging",
    types: ["microsoft.servicebus/namespaces"],
    namespaces: ["microsoft.servicebus"]
  },
  {
    name: "Spatial Anchors",
    subcategory: "Mixed Reality",
    types: ["microsoft.mixedreality/spatialanchorsaccounts"],
    namespaces: []
  },
  {
    name: "Storage Accounts",
    subcategory: "Storage Platforms",
    types: [
      "microsoft.classicstorage/storageaccounts",
      "microsoft.storage/storageaccounts",
      "microsoft.storage/storageaccounts/blobservices",
      "microsoft.storage/storageaccounts/fileservices",
      "microsoft.storage/storageaccounts/queueservices",
      "microsoft.storage/storageaccounts/tableservices"
    ],
    namespaces: ["microsoft.classicstorage", "microsoft.storage"]
  },
  {
    name: "Test Base for Microsoft 365",
    subcategory: "Quality Assurance",
    types: ["microsoft.testbase/testbaseaccounts"],
    namespaces: ["microsoft.testbase"]
  },
  {
    name: "Traffic Manager",
    subcategory: "Application Networking",
    types: ["microsoft.network/trafficmanagerprofiles"],
    namespaces: []
  },
  {
    name: "Trusted Signing",
    subcategory: "Continuous Integration and Deployment",
    types: ["microsoft.codesigning/codesigningaccounts"],
    namespaces: ["microsoft.codesigning"]
  },
  {
    name: "VPN Gateway",
    subcategory: "Network Connectivity",
    types: ["microsoft.network/p2svpngateways", "microsoft.network/vpngateways"],
    namespaces: []
  },
  {
    name: "Virtual Machine Scale Sets",
    subcategory: "Virtual Machines",
    types: [
      "microsoft.compute/virtualmachinescalesets",
      "microsoft.compute/virtualmachinescalesets/virtualmachines",
      "microsoft.compute/virtualmachinescalesets/virtualmachines/networkinterfaces/ipconfigurations/publicipaddresses"
    ],
    namespaces: []
  },
  {
    name: "Virtual Machines",
    subcategory: "Virtual Machines",
    types: [
      "microsoft.classiccompute/domainnames",
      "microsoft.classiccompute/virtualmachines",
      "microsoft.compute/capacityreservationgroups",
      "microsoft.compute/capacityreservationgroups/capacityreservations",
      "microsoft.compute/disks",
      "microsoft.compute/galleries",
      "microsoft.compute/galleries/images/versions",
      "microsoft.compute/images",
      "microsoft.compute/restorepointcollections",
      "microsoft.compute/sharedvmimages",
      "microsoft.compute/snapshots",
      "microsoft.compute/virtualmachines",
      "microsoft.maintenance/maintenanceconfigurations"
    ],
    namespaces: ["microsoft.classiccompute", "microsoft.compute", "microsoft.maintenance", "virtualmachines"]
  },
  {
    name: "Virtual Network",
    subcategory: "Network Infrastructure",
    types: [
      "microsoft.classicnetwork/ipv4vip",
      "microsoft.classicnetwork/publicip",
      "microsoft.classicnetwork/publicipaddresses",
      "microsoft.network/connections",
      "microsoft.network/networkinterfaces",
      "microsoft.network/networksecuritygroups",
      "microsoft.network/networkvirtualappliances",
      "microsoft.network/publicipaddresses",
      "microsoft.network/publicipprefixes",
      "microsoft.network/virtualnetworkgateways",
      "microsoft.network/virtualnetworkgateways/connections",
      "microsoft.network/virtualnetworks"
    ],
    namespaces: ["microsoft.classicnetwork", "microsoft.network", "virtual network"]
  },
  {name: "Virtual WAN", subcategory: "Network Connectivity", types: ["microsoft.network/virtualhubs"], namespaces: []},
  {
    name: "Windows for IoT",
    subcategory: "IoT Platforms",
    types: ["microsoft.windowsiot/deviceservices"],
    namespaces: ["microsoft.windowsiot"]
  }
];
