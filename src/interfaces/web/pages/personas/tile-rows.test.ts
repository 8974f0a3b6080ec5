import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {laid, spansOf, wholeRow} from "./tile-rows.ts";

const kinds = ["number", "bars", "lines", "table", "list"] as const;
const sized = (kind: (typeof kinds)[number], columns = 2) => ({
  kind,
  columns: Array.from({length: columns}, (_, index) => ({key: `${index}`, title: `${index}`}))
});
const tiles = fc.record({kind: fc.constantFrom(...kinds), columns: fc.nat(7)});

describe("rows of tiles", () => {
  test("every row is full, whatever the kinds are", () => {
    fc.assert(
      fc.property(fc.array(tiles, {maxLength: 14}), (list) => {
        const spans = spansOf(list.map(({kind, columns}) => sized(kind, columns)));
        expect(spans).toHaveLength(list.length);
        let used = 0;
        for (const span of spans) {
          used += span;
          expect(used).toBeLessThanOrEqual(wholeRow);
          if (used === wholeRow) used = 0;
        }
        expect(used).toBe(0);
      })
    );
  });

  test("numbers stand three in a row, a table beside one takes what is left", () => {
    const number = sized("number");
    expect(spansOf([number, number, number, number, sized("table")])).toEqual([2, 2, 2, 2, 4]);
    expect(spansOf([sized("table")])).toEqual([6]);
    expect(spansOf([sized("table"), sized("list", 6)])).toEqual([6, 6]);
  });

  test("tiles of several homes are each there once, with all that ask for it", () => {
    const tile = (id: string) => ({id, kind: "table", columns: []});
    const home = (title: string, ...tiles: string[]) => ({
      persona: {title},
      tiles: tiles.map(tile),
      asks: tiles.map((id) => ({ask: `${title} asks ${id}`, tile: id}))
    });
    expect(
      laid([home("A", "x", "y"), home("B", "y")] as never).map(({tile: {id}, asks}) => [id, asks.map(({ask}) => ask)])
    ).toEqual([
      ["x", ["A asks x"]],
      ["y", ["A asks y", "B asks y"]]
    ]);
  });
});
