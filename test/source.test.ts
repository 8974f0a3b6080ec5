import {expect, test} from "vitest";
import {blanked, importsOf} from "./source.ts";

test("comments, strings, templates and regular expressions are blanked, code is not", () => {
  const cases = [
    ["a // b\nc", "a     \nc"],
    ["a /* b\n */ c", "a     \n    c"],
    ["f(\"x\", 'y')", "f(   ,    )"],
    ["f(`x${a + `y${b}`}z`, c)", "f(    a +     b     , c)"],
    ["x = /[/\"]'/.test(a) / 2", "x =        .test(a) / 2"],
    ["`${{a: 1}.a}`; b", "   {a: 1}.a  ; b"]
  ];
  for (const [text, code] of cases) expect(blanked(text ?? "")).toBe(code);
});

test("imports of all forms are found", () => {
  const text = `import "./a.ts";
import b from "b";
import {c, type C} from "../c.ts";
import type {D} from "./d.ts";
import {type E} from "./e.ts";
import {
  f
} from "./f.ts";
export {g} from "./g.ts";
// import "./not.ts";
const text = 'import "./not.ts"';
const h = await import("./h.ts");
type I = typeof import("i");
export function j() {
  return k.replace(/a/, "./not.ts");
}
`;
  expect(importsOf("src/x/y.ts", text)).toEqual([
    {target: "src/x/a.ts", local: true, typeOnly: false, lazy: false},
    {target: "b", local: false, typeOnly: false, lazy: false},
    {target: "src/c.ts", local: true, typeOnly: false, lazy: false},
    {target: "src/x/d.ts", local: true, typeOnly: true, lazy: false},
    {target: "src/x/e.ts", local: true, typeOnly: true, lazy: false},
    {target: "src/x/f.ts", local: true, typeOnly: false, lazy: false},
    {target: "src/x/g.ts", local: true, typeOnly: false, lazy: false},
    {target: "src/x/h.ts", local: true, typeOnly: false, lazy: true},
    {target: "i", local: false, typeOnly: true, lazy: true}
  ]);
});
