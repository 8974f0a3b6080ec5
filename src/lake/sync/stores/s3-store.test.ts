import {expect, test} from "vitest";
import {serving} from "../fixtures/kept-files.ts";
import {s3Server} from "../fixtures/s3-server.ts";
import {storeSuite} from "../fixtures/store-suite.ts";
import {checksumOf, s3Store} from "./s3-store.ts";

// The server encrypts the token of a second page with DES, which OpenSSL no longer has, so that it has one page only.
storeSuite("s3", s3Server, {many: 900});

test("asks for page after page", async () => {
  const asked: (string | null)[] = [];
  const server = await serving((request, response) => {
    const token = new URL(request.url ?? "", "http://here").searchParams.get("continuation-token");
    asked.push(token);
    const next =
      token === null ? "<IsTruncated>true</IsTruncated><NextContinuationToken>+two=</NextContinuationToken>" : "";
    const key = `exports/${token === null ? "a" : "b"}.csv`;
    response.writeHead(200, {"content-type": "application/xml"});
    response.end(
      `<?xml version="1.0"?><ListBucketResult><Name>bills</Name>${next}<Contents><Key>${key}</Key><Size>1</Size><ETag>"e"</ETag></Contents></ListBucketResult>`
    );
  });
  const place = {bucket: "bills", prefix: "exports", region: "us-east-1", endpoint: server.address, profile: null};
  process.env["AWS_ACCESS_KEY_ID"] = "S3RVER";
  process.env["AWS_SECRET_ACCESS_KEY"] = "S3RVER";
  const store = await s3Store(place);
  const {signal} = new AbortController();
  const first = await store.list(null, signal);
  const second = await store.list(first.next, signal);
  expect([first, second].map(({objects}) => objects.map(({key}) => key))).toEqual([["a.csv"], ["b.csv"]]);
  expect(second.next).toBeNull();
  expect(asked).toEqual([null, "+two="]);
  store.close();
  await server.close();
});

test("an etag is a checksum only where S3 says what it is", () => {
  const ETag = '"5eb63bbbe01eeed093cb22bb8f5acdc3"';
  expect(checksumOf({ETag})).toEqual({algorithm: "md5", value: "5eb63bbbe01eeed093cb22bb8f5acdc3"});
  expect(checksumOf({ETag, ServerSideEncryption: "AES256"})?.algorithm).toBe("md5");
  expect(checksumOf({ETag, ServerSideEncryption: "aws:kms"})).toBeNull();
  expect(checksumOf({ETag, SSECustomerAlgorithm: "AES256"})).toBeNull();
  expect(checksumOf({ETag: '"5eb63bbbe01eeed093cb22bb8f5acdc3-4"'})).toBeNull();
  expect(checksumOf({ETag, ChecksumCRC32: "DUoRhQ==", ChecksumType: "FULL_OBJECT"})).toEqual({
    algorithm: "crc32",
    value: "0d4a1185"
  });
  expect(checksumOf({ETag: '"x-2"', ChecksumSHA256: "AAAA-2", ChecksumType: "COMPOSITE"})).toBeNull();
});
