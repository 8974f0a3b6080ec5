import {createHash} from "node:crypto";
import {softwareVersion} from "../../../version.ts";
import {amountText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";

const levels: Readonly<Record<string, string>> = {error: "error", warning: "warning", info: "note"};

/**
 * What `validate` found as SARIF 2.1.0: a result for each rule that fails in a file, at its first rows. Rules that fail
 * only for others below them are left out. A result keeps its fingerprint while file and rule are the same.
 */
export function sarif(output: unknown): string {
  const report = isFields(output) ? output : {};
  const rows = (isRows(report["rows"]) ? report["rows"] : []).filter(
    (row) => !text(row["message"]).startsWith("below it fail")
  );
  const rules = [...new Map(rows.map((row) => [text(row["rule"]), row])).values()];
  const places = new Map(rules.map((row, index) => [text(row["rule"]), index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Ashlar",
            semanticVersion: softwareVersion(),
            rules: rules.map(ruleOf)
          }
        },
        columnKind: "unicodeCodePoints",
        artifacts: (isRows(report["files"]) ? report["files"] : []).map((file) => ({
          location: {uri: uriOf(file["file"])}
        })),
        results: rows
          .filter(({verdict}) => verdict === "fail")
          .map((row) => resultOf(row, places.get(text(row["rule"])) ?? 0))
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(row: Fields): object {
  return {
    id: text(row["rule"]),
    shortDescription: {text: text(row["title"])},
    ...(typeof row["erratum"] === "string" ? {help: {text: row["erratum"]}} : {}),
    defaultConfiguration: {level: levels[text(row["severity"])] ?? "note"},
    properties: {column: text(row["on"]), origin: text(row["origin"])}
  };
}

function resultOf(row: Fields, ruleIndex: number): object {
  const samples = isRows(row["samples"]) ? row["samples"] : [];
  const costs = (isRows(row["cost"]) ? row["cost"] : []).map(({amount, currency}) =>
    `${amountText(text(amount))} ${text(currency)}`.trim()
  );
  const money = costs.length === 0 ? "" : `, billed ${costs.join(", ")}`;
  const rule = text(row["rule"]);
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[text(row["severity"])] ?? "note",
    message: {text: `${text(row["message"])} (${violations(row)}${money})`},
    locations: [placeOf(row["file"], samples[0])],
    ...(samples.length > 1 ? {relatedLocations: samples.slice(1).map((sample) => placeOf(row["file"], sample))} : {}),
    occurrenceCount: Math.max(1, Number(row["violations"])),
    partialFingerprints: {
      "ruleAndFile/v1": createHash("sha256")
        .update(JSON.stringify([rule, row["file"]]))
        .digest("hex")
        .slice(0, 32)
    }
  };
}

function placeOf(file: unknown, sample: Fields | undefined): object {
  const values = isFields(sample?.["values"]) ? sample["values"] : {};
  const shown = Object.entries(values).slice(0, 8);
  const line = sample?.["line"];
  return {
    physicalLocation: {
      artifactLocation: {uri: uriOf(file)},
      ...(typeof line === "number" ? {region: {startLine: line}} : {})
    },
    ...(sample === undefined
      ? {}
      : {
          message: {
            text: [`row ${text(sample["row"])}`, ...shown.map(([name, value]) => `${name} = ${valueText(value)}`)].join(
              ", "
            )
          }
        })
  };
}

function valueText(value: unknown): string {
  return value === null ? "null" : text(value);
}

function uriOf(file: unknown): string {
  return text(file).split(/[\\/]/).map(encodeURIComponent).join("/");
}

function violations(row: Fields): string {
  const number = cellText(row["violations"], "count");
  return `${number} violation${number === "1" ? "" : "s"}`;
}

function text(value: unknown): string {
  return cellText(value, "text");
}
