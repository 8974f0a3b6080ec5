import type {Command, Help} from "commander";

/** Help with what matters first: usage, description, arguments, commands by group, then options. */
export function helpFormat(command: Command, helper: Help): string {
  const width = helper.padWidth(command, helper);
  const item = (term: string, text: string): string => helper.formatItem(term, width, text, helper);
  const wrap = (text: string): string =>
    text
      .split("\n")
      .map((line) => helper.boxWrap(line, helper.helpWidth ?? 80))
      .join("\n");
  const list = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [helper.styleTitle(title), ...items, ""];
  const args = helper
    .visibleArguments(command)
    .map((argument) => item(helper.styleArgumentTerm(helper.argumentTerm(argument)), argument.description));
  const groups = Map.groupBy(helper.visibleCommands(command), (sub) => sub.helpGroup() || "Commands:");
  const options = helper
    .visibleOptions(command)
    .map((option) => item(helper.styleOptionTerm(helper.optionTerm(option)), option.description));
  const description = helper.commandDescription(command);
  return [
    `${helper.styleTitle("Usage:")} ${helper.commandUsage(command)}`,
    "",
    ...(description === "" ? [] : [wrap(description), ""]),
    ...list("Arguments:", args),
    ...[...groups].flatMap(([title, commands]) =>
      list(
        title,
        commands.map((sub) => item(helper.styleSubcommandTerm(sub.name()), sub.summary()))
      )
    ),
    ...list(command.parent === null ? "Options of every command:" : "Options:", options)
  ].join("\n");
}
