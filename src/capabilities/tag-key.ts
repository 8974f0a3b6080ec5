import {tagField} from "../cost/field.ts";
import type {TagMeaning} from "./declaration.ts";
import {tagMeanings} from "./tag-meaning.data.ts";

/** The practice's tag key of a meaning: the first of its keys that is spelt like one; null where none is. */
export function tagKeyFor(meaning: TagMeaning, keys: readonly string[]): string | null {
  return keys.find((key) => tagMeanings[meaning].includes(plain(key))) ?? null;
}

const placeholder = /tag\.\{([a-z-]+)\}/g;

/** The meanings that a text with places such as `tag.{owner}` stands in need of. */
export function meaningsIn(text: string): readonly TagMeaning[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => meaningNamed(name)))];
}

/** The text with the practice's tags in its places; a place whose meaning has no key stays. */
export function withTags(
  text: string,
  keys: readonly string[],
  write: (name: string) => string = (name) => name
): string {
  return text.replaceAll(placeholder, (whole, name: string) => {
    const key = tagKeyFor(meaningNamed(name), keys);
    return key === null ? whole : write(tagField(key).name);
  });
}

function meaningNamed(name: string): TagMeaning {
  if (Object.hasOwn(tagMeanings, name)) return name as TagMeaning;
  throw new Error(`no tag key means ${name}`);
}

function plain(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
