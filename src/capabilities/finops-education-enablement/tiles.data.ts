import type {Tile} from "../declaration.ts";

export const tiles: readonly Tile[] = [
  {
    id: "lessons",
    title: "Where to begin reading",
    why: "The short lesson for this persona.",
    kind: "list",
    shows: {operation: "library.list", input: {kind: "lesson"}, personaField: "persona"},
    columns: [
      {key: "title", title: "Lesson"},
      {key: "summary", title: "About"}
    ],
    page: "/library",
    absent: {
      missing: "There is no lesson for this persona yet.",
      next: {text: "Read the glossary first", path: "/library", command: "library glossary"}
    }
  }
];
