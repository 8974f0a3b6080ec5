import {failureOf} from "../remote-failure.ts";
import type {RemoteObject, RemoteStore} from "../remote-store.ts";
import {attended} from "./attended.ts";
import {keyPrefix} from "./key-prefix.ts";
import {rawGet} from "./raw-get.ts";

export interface GcsPlace {
  readonly bucket: string;
  readonly prefix: string;
  /** Another address of the API; one of this machine is asked without credentials. */
  readonly endpoint: string | null;
}

interface Metadata {
  readonly size?: string | number;
  readonly generation?: string | number;
  readonly updated?: string;
  readonly md5Hash?: string;
}

/** A bucket of Google Cloud Storage; credentials are the application default credentials. */
export async function gcsStore({bucket: name, prefix, endpoint}: GcsPlace): Promise<RemoteStore> {
  const {Storage} = await import("@google-cloud/storage");
  const {asked, keyOf, nameOf} = keyPrefix(prefix);
  const isHere = endpoint !== null && /^https?:\/\/(localhost|127\.|\[::1\])/.test(endpoint);
  const client = new Storage({
    ...(endpoint === null ? {} : {apiEndpoint: endpoint, useAuthWithCustomEndpoint: !isHere}),
    ...(isHere ? {projectId: "local"} : {}),
    retryOptions: {autoRetry: false, maxRetries: 0}
  });
  const bucket = client.bucket(name);
  return {
    list: async (token) => {
      try {
        const [files, next] = await bucket.getFiles({
          prefix: asked,
          autoPaginate: false,
          maxResults: 1000,
          ...(token === null ? {} : {pageToken: token})
        });
        const found = next as {readonly pageToken?: string} | null | undefined;
        return {
          objects: files.flatMap((file) => objectOf(file.name, file.metadata as Metadata, keyOf)),
          next: found?.pageToken ?? null
        };
      } catch (error) {
        throw failureOf(error);
      }
    },
    // Not by the library: its streams leave listeners behind and Node warns of them.
    read: async ({key, version}, offset, signal) => {
      const path = `/storage/v1/b/${encodeURIComponent(name)}/o/${encodeURIComponent(nameOf(key))}`;
      const url = new URL(`${client.apiEndpoint}${path}`);
      url.searchParams.set("alt", "media");
      if (version !== null) url.searchParams.set("generation", version);
      try {
        const allowed = isHere ? new Headers() : new Headers(await client.authClient.getRequestHeaders(url.href));
        const headers = {
          ...Object.fromEntries(allowed),
          // An object that is kept packed is sent as it is kept.
          "accept-encoding": "gzip",
          ...(offset === 0 ? {} : {range: `bytes=${offset}-`})
        };
        const response = await rawGet(url, headers, signal);
        const status = response.statusCode ?? 500;
        if (status !== 200 && status !== 206) {
          response.resume();
          throw failureOf({status, response});
        }
        return {offset: status === 206 ? offset : 0, chunks: attended(response)};
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => undefined
  };
}

function objectOf(name: string, metadata: Metadata, keyOf: (name: string) => string | null): RemoteObject[] {
  const key = keyOf(name);
  if (key === null) return [];
  const {size, generation, updated, md5Hash} = metadata;
  return [
    {
      key,
      size: size === undefined ? null : Number(size), // a number of bytes
      version: generation === undefined ? null : String(generation),
      modified: updated ?? null,
      checksum: md5Hash === undefined ? null : {algorithm: "md5", value: Buffer.from(md5Hash, "base64").toString("hex")}
    }
  ];
}
