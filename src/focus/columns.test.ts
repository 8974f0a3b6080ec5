import {describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import {type FocusVersion, focusVersions, notAfter} from "./column.ts";
import {columnNamed, columnsOf, findColumn, lakeColumns, versionsOf} from "./columns.ts";
import {type Dataset, datasets} from "./dataset.ts";
import {essentialColumns} from "./essential.data.ts";
import {serviceCategories, serviceSubcategories} from "./service-taxonomy.data.ts";

describe("columns by version", () => {
  test.each<[Dataset, FocusVersion, number]>([
    ["CostAndUsage", "1.0-preview", 39],
    ["CostAndUsage", "1.0", 43],
    ["CostAndUsage", "1.1", 50],
    ["CostAndUsage", "1.2", 57],
    ["CostAndUsage", "1.3", 65],
    ["CostAndUsage", "1.4", 65],
    ["ContractCommitment", "1.2", 0],
    ["ContractCommitment", "1.3", 13],
    ["ContractCommitment", "1.4", 30],
    ["InvoiceDetail", "1.3", 0],
    ["InvoiceDetail", "1.4", 22],
    ["BillingPeriod", "1.4", 6]
  ])("%s %s has %i", (dataset, version, count) => {
    expect(columnsOf(dataset, version)).toHaveLength(count);
  });

  test("datasets know their versions", () => {
    expect(versionsOf("CostAndUsage")).toEqual(focusVersions);
    expect(versionsOf("ContractCommitment")).toEqual(["1.3", "1.4"]);
    expect(versionsOf("BillingPeriod")).toEqual(["1.4"]);
  });

  const names = (version: FocusVersion) => columnsOf("CostAndUsage", version).map(({name}) => name);
  const added = (before: FocusVersion, version: FocusVersion) =>
    names(version).filter((name) => !names(before).includes(name));

  test("what each version added and removed", () => {
    expect(added("1.0-preview", "1.0")).toEqual([
      "ChargeClass",
      "CommitmentDiscountStatus",
      "ConsumedQuantity",
      "ConsumedUnit",
      "ContractedCost",
      "ContractedUnitPrice",
      "RegionId",
      "RegionName"
    ]);
    expect(added("1.0", "1.0-preview")).toEqual(["ChargeSubcategory", "Region", "UsageQuantity", "UsageUnit"]);
    expect(added("1.0", "1.1")).toEqual([
      "CapacityReservationId",
      "CapacityReservationStatus",
      "CommitmentDiscountQuantity",
      "CommitmentDiscountUnit",
      "ServiceSubcategory",
      "SkuMeter",
      "SkuPriceDetails"
    ]);
    expect(added("1.3", "1.4")).toEqual(["CommitmentProgramEligibilityDetails", "InvoiceDetailId"]);
    expect(added("1.4", "1.3")).toEqual(["ProviderName", "PublisherName"]);
  });

  test("what differs between versions", () => {
    const at = (name: string, version: FocusVersion) => columnNamed("CostAndUsage", name).versions[version];
    expect(at("InvoiceId", "1.3")?.level).toBe("Recommended");
    expect(at("InvoiceId", "1.4")?.level).toBe("Conditional");
    expect(at("PricingCurrency", "1.2")?.nullable).toBe(true);
    expect(at("PricingCurrency", "1.3")?.nullable).toBe(false);
    expect(at("ChargeFrequency", "1.0-preview")?.level).toBe("Mandatory");
    expect(at("ChargeFrequency", "1.0")?.level).toBe("Recommended");
    expect(at("ChargeCategory", "1.0-preview")?.allowed).toEqual(["Usage", "Purchase", "Tax", "Adjustment"]);
    expect(at("ChargeCategory", "1.4")?.allowed).toEqual(["Usage", "Purchase", "Tax", "Credit", "Adjustment"]);
    expect(at("PricingCategory", "1.0-preview")?.allowed).toContain("Commitment-Based");
    expect(at("PricingCategory", "1.0")?.allowed).toEqual(["Standard", "Dynamic", "Committed", "Other"]);
    expect(columnNamed("CostAndUsage", "ProviderName")).toMatchObject({
      deprecated: "1.3",
      removed: "1.4",
      replacedBy: "ServiceProviderName"
    });
  });

  test("every column is in a run of versions, in order of names, and says what it is", () => {
    for (const dataset of datasets) {
      const all = columnsOf(dataset);
      expect(all.map(({name}) => name)).toEqual(all.map(({name}) => name).toSorted());
      for (const {name, versions, introduced, removed, replacedBy, about} of all) {
        const has = focusVersions.filter((version) => versions[version] !== undefined);
        const until = (version: FocusVersion) => removed === null || !notAfter(removed, version);
        expect(has, name).toEqual(focusVersions.filter((version) => notAfter(introduced, version) && until(version)));
        expect(about, name).toMatch(/^[A-Z].{15,130}\.$/);
        if (replacedBy !== null) expect(findColumn(dataset, replacedBy), name).not.toBeNull();
      }
    }
  });
});

describe("names", () => {
  test("are found in upper and lower case", () => {
    expect(columnNamed("CostAndUsage", "billedCOST").name).toBe("BilledCost");
    expect(columnNamed("CostAndUsage", "UsageQuantity").replacedBy).toBe("ConsumedQuantity");
  });

  test("that are mistyped get a proposal", () => {
    const mistyped = (): unknown => columnNamed("CostAndUsage", "BiledCost");
    expect(mistyped).toThrow(UserError);
    expect(mistyped).toThrow(expect.objectContaining({code: "not-found", remedy: "Did you mean BilledCost?"}));
    expect(() => columnNamed("CostAndUsage", "Weather")).toThrow(
      expect.objectContaining({remedy: "See docs/focus.md for the columns of CostAndUsage."})
    );
  });
});

describe("the lake", () => {
  test("has the newest columns and those removed that nothing replaces whole", () => {
    const names = (dataset: Dataset) => lakeColumns(dataset).map(({name}) => name);
    const newest = columnsOf("CostAndUsage", "1.4").map(({name}) => name);
    expect(names("CostAndUsage").filter((name) => !newest.includes(name))).toEqual([
      "ChargeSubcategory",
      "ProviderName",
      "PublisherName"
    ]);
    expect(names("CostAndUsage")).toEqual(expect.arrayContaining(newest));
    expect(names("ContractCommitment")).toHaveLength(30);
    expect(names("InvoiceDetail")).toHaveLength(22);
    expect(names("BillingPeriod")).toHaveLength(6);
  });

  test("has one kind for each column, and Tags as its only map", () => {
    const kinds = new Map(lakeColumns("CostAndUsage").map(({name, kind}) => [name, kind]));
    expect(kinds.get("BilledCost")).toBe("decimal");
    expect(kinds.get("ChargePeriodStart")).toBe("instant");
    expect(kinds.get("ServiceName")).toBe("text");
    expect(kinds.get("ContractApplied")).toBe("json");
    expect(kinds.get("SkuPriceDetails")).toBe("json");
    expect([...kinds].filter(([, kind]) => kind === "map")).toEqual([["Tags", "map"]]);
  });

  test("has every essential column", () => {
    for (const dataset of datasets) {
      const names = lakeColumns(dataset).map(({name}) => name);
      for (const {name} of essentialColumns[dataset]) expect(names).toContain(name);
    }
  });
});

describe("the service taxonomy", () => {
  test("gives every subcategory a category, and every category the subcategory Other", () => {
    expect(serviceCategories).toHaveLength(19);
    expect(serviceSubcategories).toHaveLength(82);
    expect(new Set(serviceSubcategories.map(({name}) => name)).size).toBe(serviceSubcategories.length);
    for (const category of serviceCategories) {
      expect(serviceSubcategories).toContainEqual({name: `Other (${category})`, category});
    }
  });

  test("is what the columns allow", () => {
    expect(columnNamed("CostAndUsage", "ServiceCategory").versions["1.0"]?.allowed).toEqual(serviceCategories);
    expect(columnNamed("CostAndUsage", "ServiceSubcategory").versions["1.1"]?.allowed).toContain("Generative AI");
  });
});
