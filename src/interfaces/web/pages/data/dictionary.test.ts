import {describe, expect, test} from "vitest";
import {dictionaryOf, entryNamed, searched} from "./dictionary.ts";

describe("the dictionary", () => {
  test("has every column of a version, and says where it lies", () => {
    const entries = dictionaryOf("CostAndUsage", "1.2");
    expect(entries.length).toBeGreaterThan(50);
    const billed = entries.find(({column}) => column.name === "BilledCost");
    expect(billed?.lake).toEqual({name: "BilledCost", type: "DECIMAL(38,18)"});
    expect(billed?.shortNames).toEqual(["billed"]);
    expect(billed?.essential).toContain("invoice");
  });

  test("finds a column by name whatever its case, and another dataset's where the first has none", () => {
    expect(entryNamed("billedcost", null)?.column.name).toBe("BilledCost");
    expect(entryNamed("nothing-of-this-name", "CostAndUsage")).toBeNull();
    const [own] = dictionaryOf("InvoiceDetail", null).filter(
      ({column}) => !dictionaryOf("CostAndUsage", null).some((each) => each.column.name === column.name)
    );
    expect(entryNamed(own?.column.name ?? "", "CostAndUsage")?.column.dataset).not.toBe("CostAndUsage");
  });

  test("is searched by all words, names first", () => {
    const entries = dictionaryOf("CostAndUsage", null);
    expect(searched(entries, "service name")[0]?.column.name).toBe("ServiceName");
    expect(searched(entries, "meter")[0]?.column.name).toBe("SkuMeter");
    expect(searched(entries, "zzz")).toEqual([]);
    expect(searched(entries, " ")).toBe(entries);
  });
});
