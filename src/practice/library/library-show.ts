import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {attribution, ownAttribution} from "./attribution.ts";
import {libraryShow as showContract} from "./contract.ts";
import {headingsOf, sectionOf} from "./headings.ts";
import {shown} from "./library-list.ts";
import {entryNamed, openLibrary} from "./library.ts";
import {pagesIn} from "./links.ts";

export const libraryShowOperation = operation(showContract, libraryShow);

/** Throws `not-found` for an entry or a section that is not there. */
async function libraryShow(
  {id, section}: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  const {entries} = await openLibrary(context);
  const entry = entryNamed(entries, id);
  const headings = headingsOf(entry.markdown);
  const markdown = section === undefined ? entry.markdown : sectionOf(entry.markdown, section);
  if (markdown === null) {
    const ids = headings.map((heading) => heading.id);
    throw new UserError("not-found", `${entry.id} has no section ${section}${didYouMean(section ?? "", ids)}`, {
      remedy: `Its sections are ${ids.join(", ")}.`
    });
  }
  const pages = pagesIn(markdown);
  return {
    ...shown(entry),
    markdown,
    section: section ?? null,
    sections: headings.map(({id: anchor, title, level}) => ({id: anchor, title, level})),
    related: entries
      .filter(({path}) => path !== entry.path && pages.includes(path))
      .map(({id: other, title, path}) => ({id: other, title, path})),
    ...(entry.own ? ownAttribution : attribution)
  };
}
