import {counted} from "../../../counted.ts";
import {amountText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** The board of a scope: a table for each domain, a capability to a line. */
export function boardText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const scope = rowsIn(fields["scopes"]).find(({id}) => id === fields["scope"]);
  const head =
    scope === undefined
      ? "The practice has no scope yet; begin with: ashlar practice plan --starter new-to-finops --scope cloud"
      : `${cellText(scope["title"], "text")}: ${cellText(scope["question"], "text")}`;
  const findings = [
    ...rowsIn(fields["findings"]),
    ...rowsIn(fields["domains"]).flatMap(({cards}) => rowsIn(cards).flatMap((card) => rowsIn(card["findings"])))
  ];
  const foot =
    findings.length === 0
      ? ""
      : `${counted(findings.length, "finding")} about it: ashlar practice check${scopeOption(fields)}\n`;
  return [
    `${style.colors.bold(wrapped(head, style.columns))}\n`,
    ...rowsIn(fields["domains"]).map((domain) => domainText(domain, style)),
    foot,
    `${style.colors.dim(wrapped(cellText(fields["source"], "text"), style.columns))}\n`
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function scopeOption({scope}: Fields): string {
  return typeof scope === "string" ? ` --scope ${scope}` : "";
}

function domainText({title, cards}: Fields, style: Style): string {
  const columns = [
    {title: cellText(title, "text"), align: "left"},
    {title: "State", align: "left"},
    {title: "Target", align: "left"},
    {title: "Owner", align: "left"},
    {title: "Readiness", align: "left"},
    {title: "At stake", align: "left"}
  ] as const;
  const rows = rowsIn(cards).map((card) => {
    const owner = isFields(card["owner"]) ? card["owner"]["name"] : null;
    const readiness = isFields(card["readiness"]) ? card["readiness"]["status"] : null;
    return {
      cells: [
        cellText(card["title"], "text"),
        cellText(card["state"], "text"),
        cellText(card["target"], "text"),
        cellText(owner, "text"),
        cellText(readiness, "text"),
        rowsIn(card["valueAtStake"]).map(stakeText).join(", ")
      ]
    };
  });
  return tableText(columns, rows, style);
}

function stakeText({amount, currency, per}: Fields): string {
  const rhythm = per === "month" ? " a month" : "";
  return `${typeof amount === "string" ? amountText(amount) : ""} ${cellText(currency, "text")}${rhythm}`;
}

function rowsIn(value: unknown): readonly Fields[] {
  return isRows(value) ? value : [];
}
