import {describe, expect, test} from "vitest";
import {render} from "../engine/query.ts";
import {columnsOf, lakeColumns, versionsOf} from "./columns.ts";
import {datasets} from "./dataset.ts";
import {detect} from "./detect.ts";
import {keptName, nameKept} from "./downgrade-kept.ts";
import {downgradeRules} from "./downgrade-rules.ts";
import {exportedVersions} from "./downgrade-version.ts";
import {downgrade} from "./downgrade.ts";
import {readHeader} from "./header.ts";
import {lakeMapping} from "./upgrade.ts";

const cases = exportedVersions.flatMap((version) =>
  datasets.filter((dataset) => versionsOf(dataset).includes(version)).map((dataset) => [dataset, version] as const)
);

describe.for(cases)("%s of %s", ([dataset, version]) => {
  const {columns, kept} = downgrade(dataset, version);

  test("has the columns of the version and keeps every other column of the lake", () => {
    expect(columns.map(({name}) => name)).toEqual(columnsOf(dataset, version).map(({name}) => name));
    const all = [...columns.map(({name}) => name), ...kept.map(({column}) => column)];
    expect(all.toSorted()).toEqual(
      lakeColumns(dataset)
        .map(({name}) => name)
        .toSorted()
    );
  });

  test("comes back column by column, whatever the version it is taken for", () => {
    const header = readHeader([
      ...columns.map(({name}) => name),
      ...kept.map(({name}) => name),
      "x_Own",
      "x_Kept_loose"
    ]);
    for (const read of versionsOf(dataset)) {
      const mapping = lakeMapping(dataset, read, header);
      for (const {column, expression, sources} of mapping.columns.filter((each) => each.rule === null)) {
        const source = header.columns.some(({name}) => name === column) ? column : keptName(column);
        expect([column, sources, expression === null]).toEqual([column, [source], false]);
      }
      expect(mapping.extensions.map(({key}) => key)).toEqual(["x_Own", "loose"]);
    }
  });

  test("is detected as the dataset that it is", () => {
    expect(detect(columns.map(({name}) => name)).dataset).toBe(dataset);
  });
});

test("a provider that was only delivered under its newer name is written under the older", () => {
  const text = (version: (typeof exportedVersions)[number]) => {
    const found = downgrade("CostAndUsage", version).columns.find(({name}) => name === "ProviderName");
    return found === undefined ? null : render(found.value, String);
  };
  const both = 'coalesce("ProviderName", "ServiceProviderName")';
  expect(exportedVersions.map(text)).toEqual([both, both, both, null]);
  expect(downgradeRules.every(({about}) => about.endsWith("."))).toBe(true);
});

test("what reading would make of a file without a kept column is known", () => {
  const host = downgrade("CostAndUsage", "1.2").kept.find(({column}) => column === "HostProviderName");
  expect(host === undefined ? "" : render(host.regained, String)).toBe(
    'coalesce("ProviderName", "ServiceProviderName")'
  );
  const invoice = downgrade("CostAndUsage", "1.0").kept.find(({column}) => column === "InvoiceId");
  expect(invoice === undefined ? "" : render(invoice.regained, String)).toBe("null");
});

describe("a kept name", () => {
  test("is told from others", () => {
    expect([keptName("A b"), nameKept("x_Kept_A b"), nameKept("X_KEPT_InvoiceId")]).toEqual([
      "x_Kept_A b",
      "A b",
      "InvoiceId"
    ]);
    expect(["x_Kept_", "x_KeptInvoiceId", "x_InvoiceId", "InvoiceId", ""].map(nameKept)).toEqual([
      null,
      null,
      null,
      null,
      null
    ]);
  });

  test("gives way to a column that has the name itself", () => {
    const header = readHeader(["BilledCost", "InvoiceId", "x_Kept_InvoiceId", "loose", "x_Kept_Loose"]);
    const {columns, extensions} = lakeMapping("CostAndUsage", "1.2", header);
    expect(columns.find(({column}) => column === "InvoiceId")?.sources).toEqual(["InvoiceId"]);
    expect(extensions.map(({key}) => key)).toEqual(["x_Kept_InvoiceId", "loose", "x_Kept_Loose"]);
  });
});
