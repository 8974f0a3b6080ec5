import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import {type Input, operation, type Output} from "../../operation.ts";
import {attribution} from "./attribution.ts";
import {libraryGlossary as glossaryContract} from "./contract.ts";
import {glossaryTerms, termsWith} from "./glossary.ts";

export const libraryGlossaryOperation = operation(glossaryContract, libraryGlossary);

/** Throws `not-found` where nothing has the text. */
async function libraryGlossary({text}: Input<typeof glossaryContract>): Promise<Output<typeof glossaryContract>> {
  const all = await glossaryTerms();
  const rows = text === undefined ? all : termsWith(all, text);
  if (rows.length === 0 && text !== undefined) {
    const names = all.flatMap(({term, also}) => [term, ...also]);
    throw new UserError(
      "not-found",
      `The glossary has nothing about ${JSON.stringify(text)}${didYouMean(text, names)}`,
      {
        remedy: "See all terms with: ashlar library glossary"
      }
    );
  }
  return {rows: rows.map((term) => ({...term, also: [...term.also], see: [...term.see]})), ...attribution};
}
