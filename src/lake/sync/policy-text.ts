import type {vendors} from "./contract.ts";

export type Vendor = (typeof vendors)[number];

/** What a permission is limited to. */
export interface PolicyPlace {
  /** Bucket, or container of Azure. */
  readonly bucket: string;
  /** Folder below it, without slashes at its ends; empty for all of it. */
  readonly prefix: string;
  /** Whether `prefix` names one file and no folder. */
  readonly isFile: boolean;
  readonly account: string;
  readonly region: string | null;
  readonly url: string;
}

export interface PolicyText {
  readonly title: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** The words to replace where nothing is known of the place. */
export const placeholders: PolicyPlace = {
  bucket: "BUCKET",
  prefix: "PREFIX",
  isFile: false,
  account: "ACCOUNT",
  region: null,
  url: "https://HOST/PATH"
};

/** The least permission to list and read below a place, in the vendor's own form. */
export function policyText(vendor: Vendor, place: PolicyPlace): PolicyText {
  return texts[vendor](place);
}

const texts: Readonly<Record<Vendor, (place: PolicyPlace) => PolicyText>> = {
  aws: ({bucket, prefix, isFile, region}) => {
    const partition =
      region?.startsWith("cn-") === true ? "aws-cn" : region?.startsWith("us-gov-") === true ? "aws-us-gov" : "aws";
    const arn = `arn:${partition}:s3:::${bucket}`;
    const below = isFile ? prefix : `${prefix}/*`;
    const condition = prefix === "" ? {} : {Condition: {StringLike: {"s3:prefix": [below]}}};
    const policy = {
      Version: "2012-10-17",
      Statement: [
        {Sid: "ListExports", Effect: "Allow", Action: "s3:ListBucket", Resource: arn, ...condition},
        {
          Sid: "ReadExports",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: prefix === "" ? `${arn}/*` : `${arn}/${below}`
        }
      ]
    };
    return {
      title: "IAM policy for the role or user that Ashlar runs as",
      text: JSON.stringify(policy, null, 2),
      notes: [
        "A bucket that is encrypted with a key of your own in KMS also needs kms:Decrypt on that key.",
        "A bucket of another account needs the same two statements in its bucket policy, with the role as Principal."
      ]
    };
  },
  azure: ({account, bucket}) => ({
    title: "Role assignment on the container",
    text: [
      "az role assignment create \\",
      '  --role "Storage Blob Data Reader" \\',
      "  --assignee-object-id PRINCIPAL_OBJECT_ID \\",
      "  --assignee-principal-type ServicePrincipal \\",
      `  --scope "/subscriptions/SUBSCRIPTION_ID/resourceGroups/RESOURCE_GROUP/providers/Microsoft.Storage/storageAccounts/${account}/blobServices/default/containers/${bucket}"`
    ].join("\n"),
    notes: [
      "A person takes --assignee-principal-type User, a managed identity ServicePrincipal.",
      "A shared access signature instead: permissions read and list (rl) on the container, with an end."
    ]
  }),
  gcp: ({bucket, prefix, isFile}) => {
    const command = [
      `gcloud storage buckets add-iam-policy-binding gs://${bucket} \\`,
      "  --member=serviceAccount:ACCOUNT@PROJECT.iam.gserviceaccount.com \\",
      "  --role=roles/storage.objectViewer"
    ];
    if (prefix === "")
      return {title: "Binding on the bucket", text: command.join("\n"), notes: ["It holds for the whole bucket."]};
    const below = isFile ? prefix : `${prefix}/`;
    const expression = [
      `resource.name.startsWith(${JSON.stringify(`projects/_/buckets/${bucket}/objects/${below}`)})`,
      `api.getAttribute("storage.googleapis.com/objectListPrefix", "").startsWith(${JSON.stringify(below)})`
    ].join(" || ");
    return {
      title: "Binding on the bucket, limited to the folder",
      text: [
        "cat > ashlar-condition.json <<'END'",
        JSON.stringify({title: "ashlar-exports", expression}, null, 2),
        "END",
        `${command.join("\n")} \\`,
        "  --condition-from-file=ashlar-condition.json"
      ].join("\n"),
      notes: ["Conditions need uniform bucket-level access. The second half of the expression lets it list the folder."]
    };
  },
  oci: ({bucket}) => ({
    title: "Policy statement",
    text: [
      `Allow group GROUP to read objects in compartment COMPARTMENT where target.bucket.name = '${bucket}'`,
      "",
      "# Only for who copies Oracle's own bucket of cost reports to this one; in the root compartment:",
      "define tenancy usage-report as ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq",
      "endorse group GROUP to read objects in tenancy usage-report"
    ].join("\n"),
    notes: [
      "It holds for the whole bucket: listing cannot be limited to a folder.",
      "Reading goes by the S3-compatible address with a customer secret key of a user of the group."
    ]
  }),
  https: ({url}) => ({
    title: "What the web server must allow",
    text: [`GET and HEAD ${url}`, "Authorization: Bearer TOKEN (where the source names a token)"].join("\n"),
    notes: ["A token that may read this path and nothing else; Ashlar sends it to no other server."]
  })
};
