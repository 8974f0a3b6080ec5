import type {Query} from "../query.ts";
import {join, literal, raw, sql} from "../query.ts";

export interface DuckdbSettings {
  /** Memory before DuckDB spills, as `4GB`. It is no hard cap: the process may use some hundred MB more. */
  readonly memory: string;
  /** Threads of a question; the cores of the machine where it is absent. */
  readonly threads?: number;
  /** An existing folder that DuckDB may spill to; no other process may use it. */
  readonly spillFolder: string;
  /** Disk it may use there, as `50GB`. */
  readonly spill: string;
  /** The folders, and nothing else, that queries may read and write. */
  readonly allowedDirectories: readonly string[];
}

/**
 * The statements that confine a fresh instance, in the order in which they must run: the folders before external
 * access is switched off, and the lock last.
 */
export function configuration(settings: DuckdbSettings): readonly Query[] {
  return [
    sql`set memory_limit = ${size(settings.memory)}`,
    ...(settings.threads === undefined ? [] : [sql`set threads = ${raw(String(Math.trunc(settings.threads)))}`]),
    // Without it DuckDB would spill into .tmp of the current folder.
    sql`set temp_directory = ${literal(settings.spillFolder)}`,
    sql`set max_temp_directory_size = ${size(settings.spill)}`,
    sql`set preserve_insertion_order = false`,
    sql`set TimeZone = 'UTC'`,
    sql`set autoinstall_known_extensions = false`,
    sql`set autoload_known_extensions = false`,
    sql`set allowed_directories = [${join(settings.allowedDirectories.map(literal))}]`,
    sql`set enable_external_access = false`,
    sql`set lock_configuration = true`
  ];
}

function size(text: string): Query {
  return literal(text.replaceAll(/\s/g, ""));
}
