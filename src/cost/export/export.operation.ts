import {operation} from "../../operation.ts";
import {exportContract} from "./contract.ts";

/** Writes an export; engine and lake are imported here, as help needs neither. */
export const exportOperation = operation(exportContract, async (input, context) => {
  const {exportFocus} = await import("./export.ts");
  return exportFocus(input, context);
});
