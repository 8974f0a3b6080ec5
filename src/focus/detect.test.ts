import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import type {FocusVersion} from "./column.ts";
import {columnsOf, versionsOf} from "./columns.ts";
import {type Dataset, datasets} from "./dataset.ts";
import {detect} from "./detect.ts";
import {readHeader} from "./header.ts";
import {missingMandatory} from "./missing.ts";
import {parseVersion, readVersion} from "./version.ts";

const names = (dataset: Dataset, version: FocusVersion) => columnsOf(dataset, version).map(({name}) => name);
const mandatory = (dataset: Dataset, version: FocusVersion) =>
  columnsOf(dataset, version)
    .filter(({versions}) => versions[version]?.level === "Mandatory")
    .map(({name}) => name);
const all = datasets.flatMap((dataset) => versionsOf(dataset).map((version) => [dataset, version] as const));

function failure(act: () => unknown): UserError {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("ING-I1 dataset and version", () => {
  test.each(all)("a complete file of %s %s is recognised", (dataset, version) => {
    expect(detect(names(dataset, version))).toMatchObject({dataset, version, missing: [], missingEssential: []});
  });

  test("a file of 1.4 without its new conditional columns is told from 1.3", () => {
    expect(detect(mandatory("CostAndUsage", "1.4")).version).toBe("1.4");
    expect(detect(mandatory("CostAndUsage", "1.3")).version).toBe("1.3");
  });

  test("whatever conditional columns are left out, no later version than the file's is found", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.infiniteStream(fc.boolean()), ([dataset, version], keep) => {
        const header = columnsOf(dataset, version)
          .filter(({versions}) => versions[version]?.level === "Mandatory" || keep.next().value === true)
          .map(({name}) => name);
        const found = detect(header, {dataset});
        const versions = versionsOf(dataset);
        expect(versions.indexOf(found.version)).toBeLessThanOrEqual(versions.indexOf(version));
        expect(found.missing).toEqual([]);
      })
    );
  });

  test("the order of columns makes no difference", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names("CostAndUsage", "1.2"), {minLength: 57}), (header) => {
        expect(detect(header)).toMatchObject({dataset: "CostAndUsage", version: "1.2"});
      })
    );
  });

  test("a newer file that kept old columns is of the newer version", () => {
    const found = detect([...names("CostAndUsage", "1.4"), "ProviderName", "PublisherName"]);
    expect(found).toMatchObject({version: "1.4", missing: []});
  });

  test("Azure's account types, older there than in FOCUS, tell no version", () => {
    const header = [...names("CostAndUsage", "1.0"), "BillingAccountType", "SubAccountType"];
    expect(detect([...header, "x_SkuMeterId", "x_BillingProfileId"])).toMatchObject({version: "1.0", flavour: "azure"});
    expect(detect(header)).toMatchObject({version: "1.2", flavour: "plain"});
  });

  test("short names of Oracle's reports are those of 1.0-preview", () => {
    const short = new Map([
      ["ProviderName", "Provider"],
      ["PublisherName", "Publisher"],
      ["InvoiceIssuerName", "InvoiceIssuer"]
    ]);
    const header = names("CostAndUsage", "1.0-preview").map((name) => short.get(name) ?? name);
    const found = detect([...header, "oci_ReferenceNumber", "oci_OverageFlag"]);
    expect(found).toMatchObject({version: "1.0-preview", flavour: "oci", missing: []});
    expect(found.reasons).toContain('"Provider" is read as ProviderName.');
  });

  test("what is stated is believed, and what contradicts it is told", () => {
    const found = detect(names("CostAndUsage", "1.2"), {version: "1.0"});
    expect(found.version).toBe("1.0");
    expect(found.reasons.join(" ")).toContain("although it does not have BillingAccountType, CapacityReservationId");
    const refused = failure(() => detect(["InvoiceId"], {version: "1.2", dataset: "InvoiceDetail", file: "a.csv"}));
    expect(refused).toMatchObject({code: "version.unknown", at: {file: "a.csv"}});
    expect(refused.remedy).toBe("State one of 1.4, or another dataset.");
  });

  test("names of files decide only what columns leave open", () => {
    const partial = ["BillingPeriodStart", "ChargePeriodStart", "ChargePeriodEnd", "ChargeCategory", "BilledCost"];
    expect(detect(partial, {names: ["exports", "aws_1.2_part.csv"]})).toMatchObject({version: "1.2", flavour: "aws"});
    expect(detect(partial, {names: ["v1.1-and-1.2.csv"]}).reasons[1]).toContain("no column tells the version");
    expect(detect(names("CostAndUsage", "1.3"), {names: ["focus-1.0.csv"]}).version).toBe("1.3");
  });
});

describe("partial files", () => {
  const commitment = ["BillingPeriodStart", "ChargePeriodStart", "ChargePeriodEnd", "ChargeCategory", "EffectiveCost"];

  test("are classified when the version is stated, with what they lack", () => {
    const found = detect(["BilledCost", "ChargeClass", "x_Key"], {version: "1.2"});
    expect(found).toMatchObject({dataset: "CostAndUsage", version: "1.2"});
    expect(found.missing).toHaveLength(mandatory("CostAndUsage", "1.2").length - 2);
    expect(found.missingEssential.map(({name}) => name)).toEqual([
      "BillingCurrency",
      "BillingPeriodStart",
      "BillingPeriodEnd",
      "ChargePeriodStart",
      "ChargePeriodEnd",
      "ChargeCategory"
    ]);
  });

  test("need not have the end of the billing period, which its start tells", () => {
    const header = ["BilledCost", "BillingCurrency", ...commitment];
    expect(detect(header).missingEssential).toEqual([]);
    expect(detect(header).missing).toContain("BillingPeriodEnd");
  });

  test("are of the version that their newest column came with, complete or not", () => {
    const lacking = names("CostAndUsage", "1.0").filter((name) => !/^(BillingAccount|InvoiceIssuer)Name$/.test(name));
    expect(detect(lacking)).toMatchObject({version: "1.0", missing: ["BillingAccountName", "InvoiceIssuerName"]});
    const header = [...commitment, "BilledCost", "CommitmentDiscountQuantity"];
    expect(detect(header)).toMatchObject({version: "1.1", missingEssential: [{name: "BillingCurrency"}]});
  });

  test("that lack most of what is essential are refused unless stated", () => {
    expect(failure(() => detect(["BilledCost", "ChargeClass", "x_Key"])).code).toBe("version.unknown");
  });

  test("missingMandatory lists the columns of the version", () => {
    const header = readHeader(names("CostAndUsage", "1.2"));
    const missing = (version: FocusVersion) => missingMandatory("CostAndUsage", version, header).map(({name}) => name);
    expect(missing("1.2")).toEqual([]);
    expect(missing("1.3")).toEqual(["HostProviderName", "ServiceProviderName"]);
  });
});

describe("files that are not FOCUS", () => {
  test("are refused with what was seen and what is expected", () => {
    const refused = failure(() => detect(["date", "amount", "Tags"], {file: "bank.csv"}));
    expect(refused).toMatchObject({code: "version.unknown", at: {file: "bank.csv"}});
    expect(refused.message).toBe('The header has the columns "date", "amount", "Tags": 1 of 3 are FOCUS columns');
    expect(refused.remedy).toContain("CostAndUsage: BilledCost, BillingCurrency");
    expect(failure(() => detect([])).message).toContain("no column names");
  });

  test("that are a vendor's own format are called by its name", () => {
    const header = [
      "identity/LineItemId",
      "lineItem/LineItemType",
      "lineItem/UnblendedCost",
      "bill/BillingPeriodStartDate"
    ];
    const cur = failure(() => detect(header));
    expect(cur.message).toContain("this is AWS Cost and Usage Report, not FOCUS");
    expect(cur.remedy).toBe("Ingest it: its importer aws-cur makes FOCUS of it.");
  });

  test("no header ends in anything but an answer or a UserError", () => {
    const word = fc.oneof(fc.string(), fc.constantFrom(...names("CostAndUsage", "1.4"), "x_", " ", '"'));
    fc.assert(
      fc.property(fc.array(word), (header) => {
        try {
          detect(header);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      })
    );
  });
});

describe("names of columns", () => {
  test("are read regardless of case, spaces and byte order mark, and it is told", () => {
    const header = readHeader(["\uFEFFBilledCost", " billingcurrency ", "SkuPriceid", "x_Own", "Mine "]);
    expect(header.columns.map(({raw, name}) => [raw, name])).toEqual([
      ["\uFEFFBilledCost", "BilledCost"],
      [" billingcurrency ", "BillingCurrency"],
      ["SkuPriceid", "SkuPriceId"],
      ["x_Own", "x_Own"],
      ["Mine ", "Mine"]
    ]);
    expect(header.notes).toEqual([
      '"\\ufeffBilledCost" is read as BilledCost.',
      '" billingcurrency " is read as BillingCurrency.',
      '"SkuPriceid" is read as SkuPriceId.',
      '"Mine " is read as Mine.'
    ]);
  });

  test("that are missing are noted with their place", () => {
    expect(readHeader(["BilledCost", "", " "])).toMatchObject({unnamed: [1, 2], columns: [{name: "BilledCost"}]});
  });

  test("that mean one column twice are refused", () => {
    const twice = failure(() => readHeader(["BilledCost", "Tags", "BilledCost"], "a.csv"));
    expect(twice).toMatchObject({code: "columns.duplicate", at: {file: "a.csv", column: "BilledCost"}});
    expect(twice.message).toBe('"BilledCost" stands twice in the header, as columns 1 and 3');
    expect(failure(() => readHeader(["x_a", "X_A"])).message).toBe('"x_a" and "X_A" both mean x_a (columns 1 and 2)');
  });

  test("a column of one's own that is called like a short name is left alone beside the real one", () => {
    expect(readHeader(["Provider", "ProviderName"]).columns.map(({name}) => name)).toEqual([
      "Provider",
      "ProviderName"
    ]);
    expect(readHeader(["Provider"]).columns.map(({name}) => name)).toEqual(["ProviderName"]);
  });
});

describe("versions as text", () => {
  test.each([
    ["1.2", "1.2"],
    ["v1.3", "1.3"],
    ["FOCUS 1.4", "1.4"],
    ["1.2.0.1", "1.2"],
    ["1.0r2", "1.0"],
    ["1.2-preview", "1.2"],
    ["1.0-preview", "1.0-preview"],
    ["1.0-preview(v1)", "1.0-preview"],
    ["1.7", null],
    ["11.2", null],
    ["latest", null]
  ])("%s is %s", (text, version) => {
    expect(readVersion(text)).toBe(version);
  });

  test("an unknown one names the known ones", () => {
    expect(failure(() => parseVersion("2.0", "m.json"))).toMatchObject({
      code: "version.unknown",
      at: {file: "m.json"},
      remedy: expect.stringContaining("1.0-preview, 1.0, 1.1, 1.2, 1.3, 1.4")
    });
  });
});
