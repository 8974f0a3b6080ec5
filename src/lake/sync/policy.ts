import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {sourceLocation} from "../../source-location.ts";
import {sourcesPolicy as sourcesPolicyContract, vendors} from "./contract.ts";
import {isLocated, type LocatedSource} from "./open-store.ts";
import {placeholders, type PolicyPlace, policyText, type Vendor} from "./policy-text.ts";
import {isFileName} from "./stores/key-prefix.ts";

export const sourcesPolicyOperation = operation(sourcesPolicyContract, (input, context) =>
  Promise.resolve(sourcesPolicy(input, context))
);

type PolicyOutput = Output<typeof sourcesPolicyContract>;

/** The least permission for a source, or the forms for vendors. Throws `not-found` for a source without a location. */
export function sourcesPolicy(
  {source: id, vendor}: Input<typeof sourcesPolicyContract>,
  {settings}: Pick<Context, "settings">
): PolicyOutput {
  if (id === undefined)
    return {rows: (vendor === undefined ? vendors : [vendor]).map((each) => row(each, null, placeholders))};
  const source = settings.sources.find((each) => each.id === id);
  if (source === undefined || !isLocated(source))
    throw new UserError("not-found", `${id} is no source with a location in ashlar.yaml`, {
      remedy: "Name one that has a location, or a vendor with --vendor."
    });
  const found = placeIn(source);
  if (found === null) return {rows: []};
  return {rows: [row(vendor ?? found.vendor, id, found.place)]};
}

function row(vendor: Vendor, source: string | null, place: PolicyPlace): PolicyOutput["rows"][number] {
  const {title, text, notes} = policyText(vendor, place);
  return {vendor, source, title, text, notes: [...notes]};
}

/** Null for a folder of this machine: the file system alone says who may read it. */
function placeIn(source: LocatedSource): {vendor: Vendor; place: PolicyPlace} | null {
  const location = sourceLocation(source.location);
  const region = source.region ?? null;
  const isFile = "prefix" in location && isFileName(location.prefix);
  switch (location.kind) {
    case "folder":
      return null;
    case "s3": {
      const isOracle = /\.oraclecloud\./.test(source.endpoint ?? "");
      return {vendor: isOracle ? "oci" : "aws", place: {...placeholders, ...location, isFile, region}};
    }
    case "azure":
      return {
        vendor: "azure",
        place: {...placeholders, account: location.account, bucket: location.container, prefix: location.prefix, isFile}
      };
    case "gcs":
      return {vendor: "gcp", place: {...placeholders, ...location, isFile}};
    case "https":
      return {vendor: "https", place: {...placeholders, url: location.url.split(/[?#]/)[0] ?? ""}};
  }
}
