import {offer, type Offer, type OfferSpec} from "./offer.ts";

/** What the demo buys from AWS. Prices are list prices of the size that Ireland has, rounded; nobody should plan by them. */

const vm = "Virtual Machines";

function instance(type: string, series: string, cores: number, memory: number, price: string): Offer {
  return offer({
    service: "Amazon Elastic Compute Cloud",
    in: ["Compute", vm],
    meter: `EU-BoxUsage:${type}`,
    text: `${type} Linux on-demand instance hour`,
    unit: "Hours",
    price,
    resource: ["EC2 Instance", "arn:aws:ec2:{region}:{account}:instance/i-{hex}"],
    code: "AmazonEC2",
    operation: "RunInstances",
    details: {
      InstanceType: type,
      InstanceSeries: series,
      CoreCount: cores,
      MemorySize: memory,
      OperatingSystem: "Linux"
    }
  });
}

function database(type: string, cores: number, memory: number, price: string, multi: boolean): Offer {
  return offer({
    service: "Amazon Relational Database Service",
    in: ["Databases", "Relational Databases"],
    meter: multi ? `EU-Multi-AZUsage:${type}` : `EU-InstanceUsage:${type}`,
    text: `${type} PostgreSQL ${multi ? "Multi-AZ" : "Single-AZ"} instance hour`,
    unit: "Hours",
    price,
    resource: ["RDS DB Instance", "arn:aws:rds:{region}:{account}:db:{name}"],
    code: "AmazonRDS",
    operation: "CreateDBInstance:0014",
    details: {InstanceType: type, CoreCount: cores, MemorySize: memory, x_Redundancy: multi ? "Multi-AZ" : "Single-AZ"}
  });
}

const s3: Pick<OfferSpec, "service" | "in" | "resource" | "code"> = {
  service: "Amazon Simple Storage Service",
  in: ["Storage", "Object Storage"],
  resource: ["S3 Bucket", "arn:aws:s3:::quillhaven-{name}"],
  code: "AmazonS3"
};

const ebs: Pick<OfferSpec, "service" | "in" | "resource" | "code" | "unit"> = {
  service: "Amazon Elastic Compute Cloud",
  in: ["Storage", "Block Storage"],
  resource: ["EBS Volume", "arn:aws:ec2:{region}:{account}:volume/vol-{hex}"],
  code: "AmazonEC2",
  unit: "GB-Months"
};

const network: Pick<OfferSpec, "in" | "code"> = {in: ["Networking", "Network Infrastructure"], code: "AmazonVPC"};
const logs: Pick<OfferSpec, "service" | "in" | "resource" | "code"> = {
  service: "Amazon CloudWatch",
  in: ["Management and Governance", "Observability"],
  resource: ["Log Group", "arn:aws:logs:{region}:{account}:log-group:{name}"],
  code: "AmazonCloudWatch"
};

export const aws = {
  m7g4xlarge: instance("m7g.4xlarge", "M7g", 16, 64, "0.7272"),
  m6iLarge: instance("m6i.large", "M6i", 2, 8, "0.107"),
  m6iXlarge: instance("m6i.xlarge", "M6i", 4, 16, "0.214"),
  m6i2xlarge: instance("m6i.2xlarge", "M6i", 8, 32, "0.428"),
  c7g4xlarge: instance("c7g.4xlarge", "C7g", 16, 32, "0.6212"),
  r6i4xlarge: instance("r6i.4xlarge", "R6i", 16, 128, "1.128"),
  t3Medium: instance("t3.medium", "T3", 2, 4, "0.0456"),
  m4Xlarge: instance("m4.xlarge", "M4", 4, 16, "0.222"),
  c4Large: instance("c4.large", "C4", 2, 3.75, "0.113"),
  reservedCapacity: offer({
    service: "Amazon Elastic Compute Cloud",
    in: ["Compute", vm],
    meter: "EU-UnusedBox:m6i.xlarge",
    text: "m6i.xlarge capacity reservation, unused",
    unit: "Hours",
    price: "0.214",
    resource: ["Capacity Reservation", "arn:aws:ec2:{region}:{account}:capacity-reservation/cr-{hex}"],
    code: "AmazonEC2",
    operation: "RunInstances",
    details: {InstanceType: "m6i.xlarge", CoreCount: 4, MemorySize: 16, OperatingSystem: "Linux"}
  }),
  gp3: offer({...ebs, meter: "EU-EBS:VolumeUsage.gp3", text: "General purpose SSD (gp3) storage", price: "0.088"}),
  gp2: offer({...ebs, meter: "EU-EBS:VolumeUsage.gp2", text: "General purpose SSD (gp2) storage", price: "0.11"}),
  snapshot: offer({
    ...ebs,
    in: ["Storage", "Backup Storage"],
    resource: ["EBS Snapshot", "arn:aws:ec2:{region}:{account}:snapshot/snap-{hex}"],
    meter: "EU-EBS:SnapshotUsage",
    text: "EBS snapshot storage",
    price: "0.05"
  }),
  standard: offer({
    ...s3,
    meter: "EU-TimedStorage-ByteHrs",
    text: "S3 Standard storage",
    unit: "GB-Months",
    price: "0.023"
  }),
  infrequent: offer({
    ...s3,
    meter: "EU-TimedStorage-SIA-ByteHrs",
    text: "S3 Infrequent Access",
    unit: "GB-Months",
    price: "0.0125"
  }),
  get: offer({
    ...s3,
    meter: "EU-Requests-Tier2",
    text: "S3 GET and other requests",
    unit: "1000 Requests",
    price: "0.0004"
  }),
  put: offer({
    ...s3,
    meter: "EU-Requests-Tier1",
    text: "S3 PUT, COPY, POST and LIST requests",
    unit: "1000 Requests",
    price: "0.005"
  }),
  rdsXlargeMulti: database("db.r6g.xlarge", 4, 32, "1.004", true),
  rdsLarge: database("db.m6g.large", 2, 8, "0.176", false),
  rdsLargeMulti: database("db.m6g.large", 2, 8, "0.352", true),
  rdsStorage: offer({
    service: "Amazon Relational Database Service",
    in: ["Databases", "Relational Databases"],
    meter: "EU-RDS:GP3-Storage",
    text: "Database storage (gp3)",
    unit: "GB-Months",
    price: "0.127",
    resource: ["RDS DB Instance", "arn:aws:rds:{region}:{account}:db:{name}"],
    code: "AmazonRDS"
  }),
  dynamoWrite: offer({
    service: "Amazon DynamoDB",
    in: ["Databases", "NoSQL Databases"],
    meter: "EU-WriteRequestUnits",
    text: "On-demand write request units",
    unit: "1000000 Requests",
    price: "0.7053",
    resource: ["DynamoDB Table", "arn:aws:dynamodb:{region}:{account}:table/{name}"],
    code: "AmazonDynamoDB"
  }),
  redis: offer({
    service: "Amazon ElastiCache",
    in: ["Databases", "Caching"],
    meter: "EU-NodeUsage:cache.r6g.large",
    text: "cache.r6g.large Redis node hour",
    unit: "Hours",
    price: "0.228",
    resource: ["ElastiCache Node", "arn:aws:elasticache:{region}:{account}:cluster:{name}"],
    code: "AmazonElastiCache"
  }),
  lambda: offer({
    service: "AWS Lambda",
    in: ["Compute", "Serverless Compute"],
    meter: "EU-Lambda-GB-Second",
    text: "Lambda duration",
    unit: "1000 GB-Seconds",
    price: "0.016667",
    resource: ["Lambda Function", "arn:aws:lambda:{region}:{account}:function:{name}"],
    code: "AWSLambda"
  }),
  fargate: offer({
    service: "Amazon Elastic Container Service",
    in: ["Compute", "Containers"],
    meter: "EU-Fargate-vCPU-Hours:perCPU",
    text: "Fargate vCPU hour",
    unit: "Hours",
    price: "0.04048",
    resource: ["ECS Service", "arn:aws:ecs:{region}:{account}:service/{name}"],
    code: "AmazonECS"
  }),
  spot: offer({
    service: "Amazon Elastic Compute Cloud",
    in: ["Compute", vm],
    meter: "EU-SpotUsage:c6i.2xlarge",
    text: "c6i.2xlarge Linux Spot instance hour",
    unit: "Hours",
    price: "0.1412",
    resource: ["EC2 Instance", "arn:aws:ec2:{region}:{account}:instance/i-{hex}"],
    code: "AmazonEC2",
    operation: "RunInstances:SV001",
    details: {
      InstanceType: "c6i.2xlarge",
      InstanceSeries: "C6i",
      CoreCount: 8,
      MemorySize: 16,
      OperatingSystem: "Linux"
    }
  }),
  eks: offer({
    service: "Amazon Elastic Kubernetes Service",
    in: ["Compute", "Containers"],
    meter: "EU-AmazonEKS-Hours:perCluster",
    text: "EKS cluster hour",
    unit: "Hours",
    price: "0.1",
    resource: ["EKS Cluster", "arn:aws:eks:{region}:{account}:cluster/{name}"],
    code: "AmazonEKS"
  }),
  eksExtended: offer({
    service: "Amazon Elastic Kubernetes Service",
    in: ["Compute", "Containers"],
    meter: "EU-AmazonEKS-Hours:extendedSupport",
    text: "EKS cluster hour, extended support of an old version",
    unit: "Hours",
    price: "0.5",
    resource: ["EKS Cluster", "arn:aws:eks:{region}:{account}:cluster/{name}"],
    code: "AmazonEKS"
  }),
  loadBalancer: offer({
    service: "Elastic Load Balancing",
    in: ["Networking", "Application Networking"],
    meter: "EU-LoadBalancerUsage",
    text: "Application load balancer hour",
    unit: "Hours",
    price: "0.0252",
    resource: ["Load Balancer", "arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/app/{name}/{hex}"],
    code: "AWSELB"
  }),
  balancerCapacity: offer({
    service: "Elastic Load Balancing",
    in: ["Networking", "Application Networking"],
    meter: "EU-LCUUsage",
    text: "Application load balancer capacity unit hour",
    unit: "LCU-Hours",
    price: "0.008",
    resource: ["Load Balancer", "arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/app/{name}/{hex}"],
    code: "AWSELB"
  }),
  natHours: offer({
    ...network,
    service: "Amazon Virtual Private Cloud",
    meter: "EU-NatGateway-Hours",
    text: "NAT gateway hour",
    unit: "Hours",
    price: "0.048",
    resource: ["NAT Gateway", "arn:aws:ec2:{region}:{account}:natgateway/nat-{hex}"]
  }),
  natBytes: offer({
    ...network,
    service: "Amazon Virtual Private Cloud",
    meter: "EU-NatGateway-Bytes",
    text: "Data processed by NAT gateways",
    unit: "GB",
    price: "0.048",
    resource: ["NAT Gateway", "arn:aws:ec2:{region}:{account}:natgateway/nat-{hex}"]
  }),
  idleAddress: offer({
    ...network,
    service: "Amazon Virtual Private Cloud",
    meter: "EU-PublicIPv4:IdleAddress",
    text: "Idle public IPv4 address hour",
    unit: "Hours",
    price: "0.005",
    resource: ["Elastic IP", "arn:aws:ec2:{region}:{account}:elastic-ip/eipalloc-{hex}"]
  }),
  transfer: offer({
    service: "AWS Data Transfer",
    in: ["Networking", "Network Infrastructure"],
    meter: "EU-USE1-AWS-Out-Bytes",
    text: "Data transfer from Ireland to N. Virginia",
    unit: "GB",
    price: "0.02",
    resource: ["S3 Bucket", "arn:aws:s3:::quillhaven-{name}"],
    code: "AWSDataTransfer"
  }),
  cdn: offer({
    service: "Amazon CloudFront",
    in: ["Networking", "Content Delivery"],
    meter: "EU-DataTransfer-Out-Bytes",
    text: "CloudFront data transfer out to the internet",
    unit: "GB",
    price: "0.085",
    resource: ["CloudFront Distribution", "arn:aws:cloudfront::{account}:distribution/{hex}"],
    code: "AmazonCloudFront"
  }),
  logIngest: offer({...logs, meter: "EU-DataProcessing-Bytes", text: "Log data ingested", unit: "GB", price: "0.57"}),
  logStorage: offer({
    ...logs,
    meter: "EU-TimedStorage-ByteHrs:Logs",
    text: "Log data stored",
    unit: "GB-Months",
    price: "0.03"
  }),
  kinesis: offer({
    service: "Amazon Kinesis",
    in: ["Analytics", "Streaming Analytics"],
    meter: "EU-Storage-ShardHour",
    text: "Shard hour",
    unit: "Hours",
    price: "0.0165",
    resource: ["Kinesis Stream", "arn:aws:kinesis:{region}:{account}:stream/{name}"],
    code: "AmazonKinesis"
  }),
  athena: offer({
    service: "Amazon Athena",
    in: ["Analytics", "Data Processing"],
    meter: "EU-DataScannedInTB",
    text: "Data scanned by queries",
    unit: "TB",
    price: "5",
    resource: ["Athena Workgroup", "arn:aws:athena:{region}:{account}:workgroup/{name}"],
    code: "AmazonAthena"
  }),
  glue: offer({
    service: "AWS Glue",
    in: ["Analytics", "Data Processing"],
    meter: "EU-ETL-DPU-Hour",
    text: "ETL job DPU hour",
    unit: "Hours",
    price: "0.44",
    resource: ["Glue Job", "arn:aws:glue:{region}:{account}:job/{name}"],
    code: "AWSGlue"
  }),
  queue: offer({
    service: "Amazon Simple Queue Service",
    in: ["Integration", "Messaging"],
    meter: "EU-Requests-Tier1:SQS",
    text: "Queue requests",
    unit: "1000000 Requests",
    price: "0.4",
    resource: ["SQS Queue", "arn:aws:sqs:{region}:{account}:{name}"],
    code: "AWSQueueService"
  }),
  keys: offer({
    service: "AWS Key Management Service",
    in: ["Security", "Secret Management"],
    meter: "eu-west-1-KMS-Requests",
    text: "Key management requests",
    unit: "10000 Requests",
    price: "0.03",
    resource: ["KMS Key", "arn:aws:kms:{region}:{account}:key/{guid}"],
    code: "awskms"
  }),
  guard: offer({
    service: "Amazon GuardDuty",
    in: ["Security", "Threat Detection and Response"],
    meter: "EU-PaidEventsAnalyzed",
    text: "Events analysed for threats",
    unit: "1000000 Events",
    price: "4.4",
    resource: ["GuardDuty Detector", "arn:aws:guardduty:{region}:{account}:detector/{hex}"],
    code: "AmazonGuardDuty"
  })
} as const satisfies Record<string, Offer>;
