import {resolve} from "node:path";
import {UserError} from "../../errors.ts";
import type {Context} from "../../operation.ts";
import type {SourceSettings} from "../../settings.ts";
import {sourceLocation, type SourceLocation} from "../../source-location.ts";
import type {RemoteStore} from "./remote-store.ts";

/** A source that has a location. */
export type LocatedSource = SourceSettings & {readonly location: string};

export function isLocated(source: SourceSettings): source is LocatedSource {
  return source.location !== undefined;
}

/** Where a source is fetched from as one text; what was taken in from another place is not known at this one. */
export function placeOf({location, endpoint}: LocatedSource): string {
  return endpoint === undefined ? location : `${location} at ${endpoint}`;
}

/** Opens the store of a source. Throws `source.refused` where the environment lacks what the source names. */
export async function openStore(source: LocatedSource, context: Context): Promise<RemoteStore> {
  const {effects, folder} = context;
  const location = sourceLocation(source.location);
  const endpoint = source.endpoint ?? null;
  switch (location.kind) {
    case "folder": {
      const {folderStore} = await import("./stores/folder-store.ts");
      return folderStore(resolve(folder.root, location.path));
    }
    case "s3": {
      const {s3Store} = await import("./stores/s3-store.ts");
      const region =
        source.region ?? effects.environment("AWS_REGION") ?? effects.environment("AWS_DEFAULT_REGION") ?? "us-east-1";
      return s3Store({...location, region, endpoint, profile: source.credentials?.profile ?? null});
    }
    case "azure": {
      const {azureStore} = await import("./stores/azure-store.ts");
      return azureStore({...location, endpoint, access: azureAccess(source, location, context)});
    }
    case "gcs": {
      const {gcsStore} = await import("./stores/gcs-store.ts");
      return gcsStore({...location, endpoint});
    }
    case "https": {
      const {httpsStore} = await import("./stores/https-store.ts");
      const name = source.credentials?.token;
      return httpsStore({url: location.url, token: name === undefined ? null : secret(source, name, context)});
    }
  }
}

type AzureLocation = SourceLocation & {readonly kind: "azure"};

function azureAccess(source: LocatedSource, {account}: AzureLocation, context: Context) {
  const {connectionString, sas} = source.credentials ?? {};
  if (connectionString !== undefined) {
    const value = secret(source, connectionString, context);
    if (accountIn(value) !== account)
      throw new UserError("source.refused", `${source.id}: ${connectionString} is not of the account ${account}`, {
        remedy: "Name the variable that holds the connection string of that account."
      });
    return {kind: "connection string", value} as const;
  }
  if (sas !== undefined) return {kind: "signature", value: secret(source, sas, context)} as const;
  // The variable that Azure's own tools read counts where it is of this account.
  const usual = context.effects.environment("AZURE_STORAGE_CONNECTION_STRING");
  if (usual !== undefined && accountIn(usual) === account) return {kind: "connection string", value: usual} as const;
  return {kind: "chain"} as const;
}

function accountIn(connectionString: string): string | undefined {
  const named = /(?:^|;)AccountName=([^;]+)/i.exec(connectionString)?.[1];
  return named ?? /(?:^|;)BlobEndpoint=https?:\/\/([a-z0-9]+)\./i.exec(connectionString)?.[1];
}

function secret(source: LocatedSource, name: string, {effects}: Context): string {
  const value = effects.environment(name);
  if (value !== undefined) return value;
  throw new UserError("source.refused", `${source.id}: the environment variable ${name} is not set`, {
    remedy: `Set ${name} where Ashlar runs, in the environment of the server too.`
  });
}
