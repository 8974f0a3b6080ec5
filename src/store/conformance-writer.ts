/**
 * A process that writes to a store, for its conformance suite: `node conformance-writer.ts <place> <name> <count>`.
 * Prints `open` once the store is open and a number each time a row and the counter are stored together.
 */
import {writeSync} from "node:fs";
import {openStore, type StorePlace} from "./open.ts";

const [place = "", name = "", count = "0"] = process.argv.slice(2);
const store = await openStore(JSON.parse(place) as StorePlace);
say("open");
for (let done = 0; done < Number.parseInt(count, 10); done++) {
  await store.transaction(async (tx) => {
    const counter = await tx.selectFrom("meta").select("value").where("key", "=", "counter").executeTakeFirst();
    const value = String(Number.parseInt(counter?.value ?? "0", 10) + 1);
    await tx
      .insertInto("meta")
      .values({key: "counter", value})
      .onConflict((conflict) => conflict.column("key").doUpdateSet({value}))
      .execute();
    await tx
      .insertInto("meta")
      .values({key: `${name}-${done}`, value})
      .execute();
  });
  say(String(done));
}
await store.close();

/** Written at once: what a reader of the pipe has seen was stored before. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
