import {expect, test} from "vitest";
import {settings} from "../../settings.ts";
import {sourcesPolicy} from "./policy.ts";

const context = {
  settings: settings.parse({
    sources: [
      {id: "aws", location: "s3://acme/exports/focus", region: "us-gov-west-1"},
      {id: "file", location: "s3://acme/exports/bill.csv.gz"},
      {id: "azure", location: "https://acme.blob.core.windows.net/exports/costs"},
      {id: "gcp", location: "gs://acme/costs"},
      {
        id: "oci",
        location: "s3://acme/costs",
        endpoint: "https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com"
      },
      {id: "web", location: "https://example.com/bills/index.json"},
      {id: "folder", location: "exports"}
    ]
  })
};
const policy = (source?: string, vendor?: "aws") =>
  sourcesPolicy({...(source && {source}), ...(vendor && {vendor})}, context).rows;

test("of AWS lists and reads below the prefix, and nothing else", () => {
  const [row] = policy("aws");
  expect(row?.vendor).toBe("aws");
  expect(JSON.parse(row?.text ?? "")).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ListExports",
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: "arn:aws-us-gov:s3:::acme",
        Condition: {StringLike: {"s3:prefix": ["exports/focus/*"]}}
      },
      {
        Sid: "ReadExports",
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws-us-gov:s3:::acme/exports/focus/*"
      }
    ]
  });
  expect(policy("file")[0]?.text).toContain('"arn:aws:s3:::acme/exports/bill.csv.gz"');
});

test("of other vendors name the place, and only rights to read", () => {
  expect(policy("azure")[0]?.text).toMatch(
    /"Storage Blob Data Reader"[\s\S]*storageAccounts\/acme\/blobServices\/default\/containers\/exports"/
  );
  const gcp = policy("gcp")[0]?.text ?? "";
  expect(gcp).toContain("roles/storage.objectViewer");
  const condition = JSON.parse(/<<'END'\n([\s\S]*)\nEND/.exec(gcp)?.[1] ?? "") as {expression: string};
  expect(condition.expression).toContain('resource.name.startsWith("projects/_/buckets/acme/objects/costs/")');
  expect(policy("oci")[0]).toMatchObject({vendor: "oci", text: expect.stringContaining("to read objects")});
  expect(policy("web")[0]?.text).toContain("GET and HEAD https://example.com/bills/index.json");
  for (const {text} of policy()) expect(text).not.toMatch(/PutObject|Delete|Contributor|Owner|objectAdmin|manage/);
});

test("without a source there is a form for each vendor", () => {
  expect(policy().map(({vendor}) => vendor)).toEqual(["aws", "azure", "gcp", "oci", "https"]);
  expect(policy(undefined, "aws")[0]?.text).toContain("arn:aws:s3:::BUCKET/PREFIX/*");
  expect(policy("folder")).toEqual([]);
  expect(() => policy("nobody")).toThrow("no source with a location");
});
