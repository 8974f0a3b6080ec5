import {createTwoFilesPatch} from "diff";

/** A unified diff of two texts of one file; empty where they are the same. Passwords in addresses are left out. */
export function unifiedDiff(before: string, after: string, name: string): string {
  if (before === after) return "";
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {context: 3});
  return withoutPassword(patch.replace(/^=+\n/, ""));
}

export function withoutPassword(text: string): string {
  return text.replaceAll(/(postgres(?:ql)?:\/\/[^:@\s/]*):[^@\s]*@/g, "$1:…@");
}
