import {expect, test} from "vitest";
import {focusReference} from "./reference.ts";

// `npx vitest run src/focus -u` writes the page anew.
test("ING-O1 docs/focus.md is what the data says", async () => {
  await expect(focusReference()).toMatchFileSnapshot("../../docs/focus.md");
});
