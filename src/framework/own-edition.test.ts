import {symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {frameworkEditions} from "./editions.ts";
import {acme, makeOwnFolder, type OwnFolder} from "./fixtures/own-folder.ts";
import {frameworkList} from "./list.ts";
import {frameworkIn} from "./open.ts";

let folder: OwnFolder;

beforeAll(() => {
  folder = makeOwnFolder();
});
beforeEach(() => folder.clear());
afterAll(async () => folder.close());

const put: OwnFolder["put"] = (name, content) => folder.put(name, content);
const opened = () => frameworkIn(folder.context);

describe("PLT-1 an own edition that extends another", () => {
  test("takes over what it does not say, changes what it says, and leaves out what it drops", async () => {
    put("acme.yaml", acme);
    const framework = await opened();
    expect(framework.faults).toEqual([]);
    const edition = framework.edition("acme");
    expect([edition.own, edition.extends, edition.capabilities.length]).toEqual([true, "2026", 22]);
    expect(edition.capability("allocation").title).toBe("Whose cost it is");
    expect(edition.capability("allocation").definition).toBe(framework.newest.capability("allocation").definition);
    expect(edition.indicator("known_owner_share")).toMatchObject({
      crawl: {text: ">=70"},
      run: {text: ">=95"},
      basis: {crawl: "P26", run: "own"}
    });
    expect(edition.kpi("price-age").featured).toEqual(["price-reviews"]);
    expect(() => edition.capability("licensing-saas")).toThrow();
    expect(edition.edges.length).toBe(123);
    expect(framework.edition().id).toBe("2026");
    expect(framework.newest.capability("allocation").title).toBe("Allocation");
  });

  test("is mapped by its ids where it says nothing else", async () => {
    put("acme.yaml", acme);
    const framework = await opened();
    expect(framework.map("licensing-saas", "2026", "acme")[0]).toMatchObject({ids: [], kind: "gone"});
    expect(framework.map("price-reviews", "acme", "2026")[0]).toMatchObject({ids: [], kind: "new"});
    expect(framework.map("onboarding-workloads", "2024", "acme")[0]).toMatchObject({
      ids: ["architecting-workload-placement"],
      kind: "merge"
    });
  });

  test("can extend one that extends another", async () => {
    put("z.yaml", acme);
    put("a.yaml", "edition: acme-retail\ntitle: Retail\nextends: acme\nprinciples: [{slug: thrift, title: Thrift}]\n");
    const framework = await opened();
    expect(framework.faults).toEqual([]);
    expect(framework.edition("acme-retail").capability("allocation").title).toBe("Whose cost it is");
    expect(framework.edition("acme-retail").principles.length).toBe(7);
  });

  test("of the same id takes the place of a shipped one", async () => {
    put("2025.yaml", 'edition: "2025"\ntitle: Ours\nextends: "2025"\nreleased: "2025"\n');
    const framework = await opened();
    expect(framework.editions.map(({id, own}) => `${id} ${own}`)).toEqual(["2025 true", "2026 false", "2024 false"]);
    expect(framework.map("onboarding-workloads", "2025", "2026")[0]?.kind).toBe("merge");
  });

  test("may leave the quotes of a year out", async () => {
    put("own.yaml", "edition: 2031\ntitle: Later\nextends: 2026\nreleased: 2031\n");
    const framework = await opened();
    expect(framework.faults).toEqual([]);
    expect(framework.edition("2031").extends).toBe("2026");
  });

  test("is read again when its file changes, also by those who had it", async () => {
    put("acme.yaml", acme);
    expect((await frameworkIn(folder.context)).edition("acme").title).toBe("What Acme makes of it");
    put("acme.yaml", acme.replace("What Acme makes of it", "What it is now"));
    expect((await frameworkIn(folder.context)).edition("acme").title).toBe("What it is now");
  });
});

describe("an own edition with a mistake", () => {
  test("keeps nobody from the others, and is refused with file, line and remedy", async () => {
    put(
      "bad.yaml",
      'edition: bad\ntitle: Bad\nextends: "2026"\ncapabilities:\n  - slug: allocation\n    domain: nowhere\n'
    );
    const framework = await opened();
    expect(framework.edition().capabilities.length).toBe(22);
    expect(() => framework.edition("bad")).toThrow(
      expect.objectContaining({
        code: "framework.invalid",
        at: {file: "framework/bad.yaml", line: 6},
        message: expect.stringContaining("there is no domain nowhere"),
        remedy: expect.stringContaining("ashlar framework check framework/bad.yaml")
      })
    );
    const {rows, notes} = await frameworkEditions(folder.context);
    expect(rows.map(({edition}) => edition)).toEqual(["2026", "2025", "2024"]);
    expect(notes[0]).toContain("framework/bad.yaml is not used");
    await expect(frameworkList({what: "capabilities", edition: "bad"}, folder.context)).rejects.toThrow(
      expect.objectContaining({code: "framework.invalid"})
    );
  });

  test("a link that leads out of the folder is not followed", async () => {
    writeFileSync(join(folder.root, "outside.yaml"), acme);
    symlinkSync(join(folder.root, "outside.yaml"), join(folder.root, "framework", "acme.yaml"));
    expect((await opened()).editions.length).toBe(3);
  });

  test("editions that extend each other in a circle, and two of one id, are named", async () => {
    put("a.yaml", "edition: a\ntitle: A\nextends: b\n");
    put("b.yaml", "edition: b\ntitle: B\nextends: a\n");
    put("c.yaml", acme);
    put("d.yaml", acme);
    const {faults} = await opened();
    expect(faults.map(({file, findings}) => `${file}: ${findings[0]?.rule}`)).toEqual([
      "framework/d.yaml: duplicate",
      "framework/a.yaml: extends-cycle",
      "framework/b.yaml: extends-cycle"
    ]);
  });
});
