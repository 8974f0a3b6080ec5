import type {Group} from "../../answer/pivot.ts";

/** A mark, a row or a cell that was chosen, and where on the screen. */
export interface Picked {
  readonly group: Group | null;
  readonly period: string | null;
  readonly x: number;
  readonly y: number;
}
