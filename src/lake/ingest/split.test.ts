import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {sql} from "../../engine/query.ts";
import {type Allocation, allocationAnswer} from "../../focus/importers/opencost/fixtures/allocations.ts";
import {normalise} from "../../money/amount.ts";
import {type Charge, charge, csv} from "../fixtures/charges.ts";
import {refusalWithoutTrace, type Workshop, workshop} from "../fixtures/workshop.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const machine = "arn:aws:ec2:eu-west-1:100:instance/i-1";
const ofNode = (billed: string, fields: Charge = {}): Charge =>
  charge({
    BilledCost: billed,
    EffectiveCost: billed,
    ListCost: billed,
    ContractedCost: billed,
    ResourceId: machine,
    ...fields
  });
const day = {from: "2026-10-01T00:00:00Z", to: "2026-10-02T00:00:00Z"};
const pod = (name: string, cpu: number, more: Partial<Allocation> = {}): Allocation => ({
  name,
  node: "i-1",
  namespace: "shop",
  pod: name,
  cpu,
  ...more
});
const idle = (cpu: number): Allocation => ({name: "mill/i-1/__idle__", node: "i-1", cpu});

async function deliver(charges: readonly Charge[], answer: string, more: object = {}) {
  await shop.file("bill.csv", csv(charges));
  await shop.file("allocations.json", answer);
  return shop.ingest(["bill.csv", "allocations.json"], more);
}

async function shares(column = "BilledCost"): Promise<Readonly<Record<string, string>>> {
  const rows = await shop.rows(sql`select coalesce("AllocatedResourceName", '-') as name,
    cast(sum(${column === "BilledCost" ? sql`"BilledCost"` : sql`"ConsumedQuantity"`}) as varchar) as amount
    from charges group by 1 order by 1`);
  return Object.fromEntries(
    rows.map(({name, amount}) => [String(name), normalise(String(amount), {trailingZeros: false})])
  );
}

describe("a bill with the allocations of its nodes", () => {
  test("is divided by cpu, memory and gpu at list prices, and idle stays visible", async () => {
    const report = await deliver(
      [ofNode("10"), charge({BilledCost: "5"})],
      allocationAnswer([{...day, allocations: [pod("a", 2, {ram: 1}), pod("b", 1), idle(6)]}])
    );
    expect(await shares()).toEqual({"-": "5", __idle__: "6", a: "3", b: "1"});
    expect(report.rows[0]?.rows).toBe(4);
    expect(report.notes.join(" ")).toContain("1 charge of nodes split into 3 rows by allocations.json");
    expect((await shop.snapshots())[0]?.manifest.inputs.map(({name, splits}) => [name, splits])).toEqual([
      ["bill.csv", undefined],
      ["allocations.json", true]
    ]);
  });

  test("keeps everything of the origin and says how it was divided", async () => {
    const labels = {app: "saw", team: 'own, "quoted"'};
    await deliver(
      [ofNode("10", {ServiceName: "EC2", InvoiceId: "I1"})],
      allocationAnswer([{...day, allocations: [pod("a", 1, {labels}), idle(3)]}])
    );
    const [row] = await shop.rows(sql`select * from charges where "AllocatedResourceName" = 'a'`);
    expect(row).toMatchObject({
      BilledCost: "2.500000000000000000",
      ServiceName: "EC2",
      InvoiceId: "I1",
      ResourceId: machine,
      Tags: {team: "stone"},
      AllocatedMethodId: "opencost-list-price-share",
      AllocatedResourceId: "mill/shop/a",
      x: {x_KubernetesCluster: "mill", x_KubernetesNamespace: "shop", x_KubernetesPod: "a"}
    });
    expect(JSON.parse(String(row?.["AllocatedTags"]))).toEqual(labels);
    expect(JSON.parse(String(row?.["AllocatedMethodDetails"]))).toEqual({
      Elements: [{AllocatedRatio: 0.25, UsageUnit: "Hours", UsageQuantity: 24}],
      x_IdleBasis: "stated"
    });
  });

  test("keeps what lies outside the windows, and hours go to what ran in them", async () => {
    const hour = (h: number): Charge => {
      const at = (n: number): string => `2026-10-01T${String(n).padStart(2, "0")}:00:00Z`;
      return ofNode("6", {ChargePeriodStart: at(h), ChargePeriodEnd: at(h + 1)});
    };
    const answer = allocationAnswer([
      {
        from: "2026-10-01T01:30:00Z",
        to: "2026-10-01T04:00:00Z",
        allocations: [
          pod("long", 2.5),
          pod("short", 1, {from: "2026-10-01T02:00:00Z", to: "2026-10-01T03:00:00Z"}),
          pod("none", 0),
          {name: "mill/i-1/__idle__", node: "i-1", cpu: 0.000000001}
        ]
      }
    ]);
    await deliver([0, 1, 2, 3].map(hour), answer);
    const found =
      await shop.rows(sql`select strftime("ChargePeriodStart", '%H') as h, coalesce("AllocatedResourceName", '-') as n,
      cast(round(sum("BilledCost"), 4) as varchar) as b from charges group by all order by all`);
    expect(found.filter(({n}) => n !== "__idle__").map(({h, n, b}) => [h, n, b])).toEqual([
      ["00", "-", "6.0000"],
      ["01", "-", "3.0000"],
      ["01", "long", "3.0000"],
      ["02", "long", "3.0000"],
      ["02", "short", "3.0000"],
      ["03", "long", "6.0000"]
    ]);
  });

  test("what runs on several nodes has its part of each, found by the cluster's tag", async () => {
    const tagged = (name: string, billed: string): Charge =>
      ofNode(billed, {ResourceId: name, Tags: '{"kubernetes.io/cluster/mill":"owned"}', ListCost: "30"});
    await deliver(
      [
        tagged("i-1", "10"),
        tagged("i-2", "20"),
        tagged("vol-9", "7"),
        charge({BilledCost: "1", Tags: '{"eks:cluster-name":"other"}', ResourceId: "i-8"})
      ].map((each) => (each["ResourceId"] === "vol-9" ? {...each, ServiceCategory: "Storage"} : each)),
      allocationAnswer([
        {
          ...day,
          allocations: [
            {name: "system", namespace: "system", cpu: 1},
            {name: "__idle__", cpu: 3}
          ]
        }
      ])
    );
    expect(await shares()).toEqual({"-": "8", __idle__: "22.5", system: "7.5"});
  });

  test("without idle of its own, idle is what the list cost of a node exceeds", async () => {
    const report = await deliver(
      [ofNode("8", {ListCost: "16"})],
      allocationAnswer([{...day, allocations: [pod("a", 4)]}])
    );
    expect(await shares()).toEqual({__idle__: "6", a: "2"});
    expect(report.rows[0]?.checks.map(({check}) => check)).toContain("idle-estimated");
  });

  test("in another currency nothing is known of idle, and it is said", async () => {
    const report = await deliver(
      [ofNode("8", {ListCost: "16", BillingCurrency: "EUR"})],
      allocationAnswer([{...day, allocations: [pod("a", 4)]}])
    );
    expect(await shares()).toEqual({a: "8"});
    expect(report.rows[0]?.checks.map(({check}) => check)).toContain("idle-unknown");
  });

  test.each([
    [
      "a scale set of Azure",
      "azure:///subscriptions/1/resourceGroups/MC_x/providers/Microsoft.Compute/virtualMachineScaleSets/aks-pool/virtualMachines/3",
      "/subscriptions/1/resourcegroups/mc_x/providers/microsoft.compute/virtualmachinescalesets/aks-pool",
      ""
    ],
    [
      "a machine of Google by its name",
      "gce://quarry/us-central1-a/gke-mill-1",
      "//compute.googleapis.com/projects/1/zones/z/instances/99887766",
      "gke-mill-1"
    ],
    ["an instance of Oracle", "ocid1.instance.oc1.iad.abc", "ocid1.instance.oc1.iad.abc", ""],
    ["a bare id of AWS", "aws:///eu-west-1a/i-1", "i-1", ""]
  ])("finds %s", async (_, node, resource, name) => {
    await deliver(
      [ofNode("4", {ResourceId: resource, ResourceName: name})],
      allocationAnswer([{...day, allocations: [pod("a", 1, {node}), {name: "__idle__", node, cpu: 1}]}])
    );
    expect(await shares()).toEqual({__idle__: "2", a: "2"});
  });

  test("allocations of nodes that the bill lacks add nothing and are told with their money", async () => {
    const report = await deliver(
      [ofNode("4")],
      allocationAnswer([{...day, allocations: [pod("a", 1), pod("lost", 2.5, {node: "i-404"}), idle(1)]}])
    );
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "4"}});
    const check = report.rows[0]?.checks.find((each) => each.check === "allocations-unmatched");
    expect(check).toMatchObject({level: "warning", rows: 1});
    expect(check?.message).toContain("allocations of 2.5");
    expect(check?.message).toContain("i-404");
  });

  test("what the vendor split itself stays as it is", async () => {
    const own = ofNode("4", {AllocatedMethodId: "split-proportional", AllocatedResourceId: "task"});
    await deliver([ofNode("2"), own], allocationAnswer([{...day, allocations: [pod("a", 1), idle(1)]}]));
    const rows = await shop.rows(
      sql`select cast("BilledCost" as varchar) as b from charges where "AllocatedResourceId" = 'task'`
    );
    expect(rows).toEqual([{b: "4.000000000000000000"}]);
  });
});

describe("allocations alone", () => {
  const october = allocationAnswer([{...day, allocations: [pod("a", 1), idle(3)]}]);
  const later = allocationAnswer([{...day, allocations: [pod("a", 3), idle(1)]}]);

  test("split what questions see now, again and again from what was billed", async () => {
    await shop.file("bill.csv", csv([ofNode("10"), charge({BilledCost: "5"})]));
    await shop.ingest("bill.csv");
    await shop.file("one.json", october);
    await shop.file("two.json", later);
    const first = await shop.ingest("one.json");
    expect(first.rows).toMatchObject([
      {status: "published", rowsChange: 1, money: [{billed: "15", billedChange: "0"}]}
    ]);
    expect(await shares()).toEqual({"-": "5", __idle__: "7.5", a: "2.5"});
    expect((await shop.ingest("one.json")).rows).toMatchObject([{status: "unchanged"}]);
    await shop.ingest("two.json");
    expect(await shares()).toEqual({"-": "5", __idle__: "2.5", a: "7.5"});
    await shop.ingest("one.json");
    expect(await shares()).toEqual({"-": "5", __idle__: "7.5", a: "2.5"});
    await shop.ingest("bill.csv");
    expect(await shares()).toEqual({"-": "15"});
  });

  test("with a known bill split that bill", async () => {
    await shop.file("bill.csv", csv([ofNode("10")]));
    await shop.ingest("bill.csv");
    await shop.file("one.json", october);
    const both = await shop.ingest(["bill.csv", "one.json"]);
    expect(both.rows).toMatchObject([{status: "published", files: 2}]);
    expect((await shop.ingest(["bill.csv", "one.json"])).rows).toMatchObject([{status: "unchanged"}]);
  });

  test("leave other months as they are", async () => {
    const november = {
      BillingPeriodStart: "2026-11-01T00:00:00Z",
      BillingPeriodEnd: "2026-12-01T00:00:00Z",
      ChargePeriodStart: "2026-11-01T00:00:00Z",
      ChargePeriodEnd: "2026-11-02T00:00:00Z"
    };
    await shop.file("bill.csv", csv([ofNode("10"), ofNode("3", november)]));
    await shop.ingest("bill.csv");
    await shop.file("one.json", october);
    const report = await shop.ingest("one.json");
    expect(report.rows.map(({billingPeriod}) => billingPeriod)).toEqual(["2026-10"]);
    expect(await shares()).toEqual({"-": "3", __idle__: "7.5", a: "2.5"});
  });

  test("without any cost rows are refused, and nothing changes", async () => {
    await shop.file("bill.csv", csv([charge({BilledCost: "5", ResourceId: "i-9"})]));
    await shop.ingest("bill.csv");
    await shop.file("one.json", october);
    const error = await refusalWithoutTrace(shop, () => shop.ingest("one.json"));
    expect(error).toMatchObject({code: "split.unmatched", at: {file: "one.json"}});
    expect(error.remedy).toContain("ashlar ingest bill.csv allocations.json");
  });

  test("in windows that overlap are refused", async () => {
    await shop.file("bill.csv", csv([ofNode("5")]));
    await shop.ingest("bill.csv");
    const both = [day, {from: "2026-10-01T12:00:00Z", to: "2026-10-02T12:00:00Z"}];
    await shop.file("one.json", allocationAnswer(both.map((each) => ({...each, allocations: [pod("a", 1)]}))));
    expect(await refusalWithoutTrace(shop, () => shop.ingest("one.json"))).toMatchObject({code: "input.repeated"});
  });
});

test("the daily CSV export splits the one cluster of a bill", async () => {
  const rows = ["2026-10-01", "2026-10-02"].map(
    (date) => `${date},shop,deployment,web,web-1,main,0.5,1,0,0,0.5,0.25,0,0.75,"{""app"":""web""}",web`
  );
  await shop.file(
    "export.csv",
    [
      "Date,Namespace,ControllerKind,ControllerName,Pod,Container,CPUCoreUsageAverage,CPUCoreRequestAverage,RAMBytesUsageAverage,RAMBytesRequestAverage,CPUCost,RAMCost,GPUCost,TotalCost,Labels,Label_app",
      ...rows,
      ""
    ].join("\n")
  );
  await shop.file("bill.csv", csv([ofNode("6", {ListCost: "3", Tags: '{"eks:cluster-name":"mill"}'})]));
  await shop.ingest(["bill.csv", "export.csv"]);
  expect(await shares()).toEqual({__idle__: "4.5", "web-1": "1.5"});
});
