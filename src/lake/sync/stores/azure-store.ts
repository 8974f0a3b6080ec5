import type {BlobItem, ContainerClient} from "@azure/storage-blob";
import {failureOf, RemoteFailure} from "../remote-failure.ts";
import type {RemoteObject, RemoteStore} from "../remote-store.ts";
import {attended} from "./attended.ts";
import {keyPrefix} from "./key-prefix.ts";

export interface AzurePlace {
  readonly account: string;
  readonly container: string;
  readonly prefix: string;
  /** Another server than Microsoft's public cloud, with the account in its path or host. */
  readonly endpoint: string | null;
  /** How to be let in: by text from the environment, or by the default chain of Azure's library. */
  readonly access:
    | {readonly kind: "connection string"; readonly value: string}
    | {readonly kind: "signature"; readonly value: string}
    | {readonly kind: "chain"};
}

/** A container of Azure Blob Storage. */
export async function azureStore(place: AzurePlace): Promise<RemoteStore> {
  const {asked, keyOf, nameOf} = keyPrefix(place.prefix);
  const client = await containerClient(place);
  return {
    list: async (token, abortSignal) => {
      try {
        const pages = client
          .listBlobsFlat({...(asked === "" ? {} : {prefix: asked}), abortSignal})
          .byPage({maxPageSize: 1000, ...(token === null ? {} : {continuationToken: token})});
        const {value} = await pages.next();
        const page = value as {segment?: {blobItems?: BlobItem[]}; continuationToken?: string} | undefined;
        const next = page?.continuationToken ?? "";
        return {
          objects: (page?.segment?.blobItems ?? []).flatMap((item) => objectOf(item, keyOf)),
          next: next === "" ? null : next
        };
      } catch (error) {
        throw failureOf(error);
      }
    },
    read: async ({key, version}, offset, abortSignal) => {
      try {
        const found = await client.getBlobClient(nameOf(key)).download(offset, undefined, {
          abortSignal,
          maxRetryRequests: 0,
          ...(version === null ? {} : {conditions: {ifMatch: quoted(version)}})
        });
        const {readableStreamBody} = found;
        if (readableStreamBody === undefined) throw new RemoteFailure("again", "the store sent nothing");
        return {offset, chunks: attended(readableStreamBody as AsyncIterable<Uint8Array>)};
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => undefined
  };
}

async function containerClient({account, container, endpoint, access}: AzurePlace): Promise<ContainerClient> {
  const sdk = await import("@azure/storage-blob");
  const options = {retryOptions: {maxTries: 1}};
  if (access.kind === "connection string")
    return sdk.BlobServiceClient.fromConnectionString(access.value, options).getContainerClient(container);
  const base = (endpoint ?? `https://${account}.blob.core.windows.net`).replace(/\/+$/, "");
  const url = `${base}/${encodeURIComponent(container)}`;
  if (access.kind === "signature")
    return new sdk.ContainerClient(`${url}?${access.value.replace(/^\?/, "")}`, undefined, options);
  const {DefaultAzureCredential} = await import("@azure/identity");
  return new sdk.ContainerClient(url, new DefaultAzureCredential(), options);
}

function objectOf({name, properties}: BlobItem, keyOf: (name: string) => string | null): RemoteObject[] {
  const key = keyOf(name);
  if (key === null) return [];
  const {etag, contentLength, lastModified, contentMD5} = properties;
  return [
    {
      key,
      size: contentLength ?? null,
      version: etag,
      modified: lastModified.toISOString(),
      checksum:
        contentMD5 === undefined || contentMD5.length !== 16
          ? null
          : {algorithm: "md5", value: Buffer.from(contentMD5).toString("hex")}
    }
  ];
}

/** Lists give an etag without the quotes that conditions want. */
function quoted(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}
