import type {Output} from "../../../../operation.ts";
import type {libraryGlossary, libraryList, libraryShow} from "../../../../practice/library/contract.ts";

/** What the operations of the library answer, inferred from their contracts. */
export type Library = Output<typeof libraryList>;
export type Entry = Library["rows"][number];
export type Text = Output<typeof libraryShow>;
export type Section = Text["sections"][number];
export type Glossary = Output<typeof libraryGlossary>;
export type Term = Glossary["rows"][number];
