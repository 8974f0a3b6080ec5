import {describe} from "vitest";
import {freshDatabase, postgresServer} from "../../test/postgres.ts";
import {invoiceSuite} from "./fixtures/invoice-suite.ts";
import {recordSuite} from "./fixtures/record-suite.ts";
import {workSuite} from "./fixtures/work-suite.ts";

const server = await postgresServer();
const reason = "unavailable" in server ? ` (${server.unavailable})` : "";

describe.skipIf("unavailable" in server)(`with a server${reason}`, () => {
  const fresh = async () => ({state: {url: await freshDatabase("url" in server ? server : {url: ""})}});
  workSuite("postgres", fresh, {runs: 4});
  recordSuite("postgres", fresh);
  invoiceSuite("postgres", fresh);
});
