import type {homesList, homesShow} from "../../../../capabilities/contract.ts";
import type {Output} from "../../../../operation.ts";

/** What the operations of the homes answer, inferred from their contracts. */
export type Homes = Output<typeof homesList>;
export type HomeRow = Homes["rows"][number];
export type Home = Output<typeof homesShow>;
export type Tile = Home["tiles"][number];
export type Ask = Home["asks"][number];
