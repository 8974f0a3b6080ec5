import type {S3Client} from "@aws-sdk/client-s3";
import {failureOf, RemoteFailure} from "../remote-failure.ts";
import type {Checksum, RemoteObject, RemoteStore} from "../remote-store.ts";
import {attended} from "./attended.ts";
import {keyPrefix} from "./key-prefix.ts";

export interface S3Place {
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
  /** Another server than Amazon's that speaks the protocol. */
  readonly endpoint: string | null;
  readonly profile: string | null;
}

/** A bucket of S3 or of what is compatible with it; credentials come from the chain of the AWS SDK. */
export async function s3Store({bucket, prefix, region, endpoint, profile}: S3Place): Promise<RemoteStore> {
  const sdk = await import("@aws-sdk/client-s3");
  const {asked, keyOf, nameOf} = keyPrefix(prefix);
  const client: S3Client = new sdk.S3Client({
    region,
    ...(endpoint === null ? {followRegionRedirects: true} : {endpoint, forcePathStyle: true}),
    ...(profile === null ? {} : {profile}),
    maxAttempts: 1,
    // Compatible servers know no checksums of their own accord; what they give is compared after the fetch.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {connectionTimeout: 15_000, requestTimeout: 60_000}
  });
  const tried = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw failureOf(error);
    });
  return {
    list: async (token, abortSignal) => {
      const page = await tried(
        client.send(
          new sdk.ListObjectsV2Command({
            Bucket: bucket,
            Prefix: asked,
            ...(token === null ? {} : {ContinuationToken: token})
          }),
          {abortSignal}
        )
      );
      const objects = (page.Contents ?? []).flatMap(({Key, Size, ETag, LastModified}): RemoteObject[] => {
        const key = Key === undefined ? null : keyOf(Key);
        if (key === null) return [];
        return [
          {
            key,
            size: Size ?? null,
            version: ETag ?? null,
            modified: LastModified?.toISOString() ?? null,
            checksum: null
          }
        ];
      });
      return {objects, next: page.IsTruncated === true ? (page.NextContinuationToken ?? null) : null};
    },
    read: async ({key, version}, offset, abortSignal) => {
      const found = await tried(
        client.send(
          new sdk.GetObjectCommand({
            Bucket: bucket,
            Key: nameOf(key),
            ...(version === null ? {} : {IfMatch: version}),
            ...(offset === 0 ? {} : {Range: `bytes=${offset}-`})
          }),
          {abortSignal}
        )
      );
      if (version !== null && found.ETag !== undefined && found.ETag !== version) {
        found.Body?.transformToWebStream()
          .cancel()
          .catch(() => undefined);
        throw new RemoteFailure("changed", "the file was replaced while it was fetched");
      }
      const isPart = offset > 0 && found.ContentRange !== undefined;
      return {
        offset: isPart ? offset : 0,
        chunks: attended((found.Body ?? []) as AsyncIterable<Uint8Array>)
      };
    },
    checksum: async ({key, version}, abortSignal) => {
      const found = await tried(
        client.send(new sdk.HeadObjectCommand({Bucket: bucket, Key: nameOf(key), ChecksumMode: "ENABLED"}), {
          abortSignal
        })
      );
      if (found.ETag !== version) return null;
      return checksumOf(found);
    },
    close: () => client.destroy()
  };
}

interface Head {
  readonly ChecksumSHA256?: string | undefined;
  readonly ChecksumCRC32?: string | undefined;
  readonly ChecksumType?: string | undefined;
  readonly ETag?: string | undefined;
  readonly ServerSideEncryption?: string | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
}

/** An etag is the MD5 of the bytes only where the object came in one part and no key of a customer encrypts it. */
export function checksumOf(head: Head): Checksum | null {
  const whole = head.ChecksumType !== "COMPOSITE";
  if (whole && head.ChecksumSHA256 !== undefined && !head.ChecksumSHA256.includes("-"))
    return {algorithm: "sha256", value: hexOf(head.ChecksumSHA256)};
  if (whole && head.ChecksumCRC32 !== undefined && !head.ChecksumCRC32.includes("-"))
    return {algorithm: "crc32", value: hexOf(head.ChecksumCRC32)};
  const [, md5] = /^"?([0-9a-f]{32})"?$/.exec(head.ETag ?? "") ?? [];
  const encrypted = /kms/i.test(head.ServerSideEncryption ?? "") || head.SSECustomerAlgorithm !== undefined;
  return md5 === undefined || encrypted ? null : {algorithm: "md5", value: md5};
}

function hexOf(base64: string): string {
  return Buffer.from(base64, "base64").toString("hex");
}
