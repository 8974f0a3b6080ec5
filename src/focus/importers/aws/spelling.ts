/**
 * The spellings of a column of the legacy report, such as `lineItem/UsageStartDate`: its own, and that of CUR 2.0 and of
 * the legacy report in Parquet, `line_item_usage_start_date`, for which AWS parts a name before every capital.
 */
export function spellings(legacy: string): readonly string[] {
  const [section = "", name = ""] = legacy.split("/");
  const parted = `${partedName(section)}_${partedName(name)}`;
  return [legacy, parted, ...(parted.endsWith("_a_r_n") ? [parted.replace(/_a_r_n$/, "_arn")] : [])];
}

function partedName(name: string): string {
  return name.replaceAll(/(?<!^)([A-Z])/g, "_$1").toLowerCase();
}
