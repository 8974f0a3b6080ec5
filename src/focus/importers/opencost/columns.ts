import {identifier, join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn, NativeFamily, NativeKind} from "../importer.ts";

interface Place {
  readonly name: string;
  readonly kind: NativeKind;
  /** Below one allocation of the API's answer; null where it is in the CSV export only. */
  readonly json: string | null;
  /** In the CSV export. */
  readonly csv: readonly string[];
}

const place = (name: string, kind: NativeKind, json: string | null, ...csv: readonly string[]): Place => ({
  name,
  kind,
  json,
  csv
});

const places: readonly Place[] = [
  place("cluster", "text", "properties.cluster", "Cluster", "ClusterID"),
  place("node", "text", "properties.node", "Node"),
  place("provider_id", "text", "properties.providerID", "ProviderID"),
  place("namespace", "text", "properties.namespace", "Namespace"),
  place("controller_kind", "text", "properties.controllerKind", "ControllerKind"),
  place("controller", "text", "properties.controller", "ControllerName", "Controller"),
  place("pod", "text", "properties.pod", "Pod"),
  place("container", "text", "properties.container", "Container"),
  place("labels", "json", "properties.labels", "Labels"),
  place("window_start", "instant", "window.start", "Date"),
  place("window_end", "instant", "window.end", "EndDate"),
  place("ran_from", "instant", "start", "Start"),
  place("ran_to", "instant", "end", "End"),
  // OpenCost keeps all of its figures as floats.
  place("cpu_hours", "float", "cpuCoreHours", "CPUCoreHours"),
  place("ram_byte_hours", "float", "ramByteHours", "RAMByteHours"),
  place("gpu_hours", "float", "gpuHours", "GPUHours"),
  place("cpu_cost", "float", "cpuCost", "CPUCost"),
  place("cpu_adjustment", "float", "cpuCostAdjustment", "CPUCostAdjustment"),
  place("ram_cost", "float", "ramCost", "RAMCost"),
  place("ram_adjustment", "float", "ramCostAdjustment", "RAMCostAdjustment"),
  place("gpu_cost", "float", "gpuCost", "GPUCost"),
  place("gpu_adjustment", "float", "gpuCostAdjustment", "GPUCostAdjustment"),
  place("cpu_usage", "float", null, "CPUCoreUsageAverage"),
  place("cpu_request", "float", null, "CPUCoreRequestAverage"),
  place("ram_usage", "float", null, "RAMBytesUsageAverage"),
  place("ram_request", "float", null, "RAMBytesRequestAverage"),
  place("total_cost", "float", "totalCost", "TotalCost")
];

/** Columns without which there is no share to be had. */
const needed = new Set(["window_start", "total_cost"]);

function column({name, kind}: Place, spelled: readonly string[]): NativeColumn {
  return {name, kind, spelled, ...(needed.has(name) ? {required: true as const, filled: true as const} : {})};
}

const title = {name: "name", kind: "text", spelled: ["name"]} as const;

export const jsonColumns: readonly NativeColumn[] = [title, ...places.map((each) => column(each, [each.name]))];
export const csvColumns: readonly NativeColumn[] = [title, ...places.map((each) => column(each, each.csv))];

/** Labels that the CSV export has as columns of their own. */
export const labelColumns: NativeFamily = {
  name: "more_labels",
  key: (spelling) => /^label_(.+)$/i.exec(spelling)?.[1] ?? null
};

/** Allocations of the API's answers: `data` is a list of maps from name to allocation, one for each step of time. */
export function jsonAllocations(documents: Query): Query {
  const fields = places.flatMap(({name, json}) => {
    if (json === null) return [sql`cast(null as varchar) as ${identifier(name)}`];
    return [sql`json_extract_string(each.value, ${literal(`$.${json}`)}) as ${identifier(name)}`];
  });
  return sql`select each.key as "name", ${join(fields)}
    from (select unnest(case when json_type(document, '$.data') = 'ARRAY' then cast(json_extract(document, '$.data[*]') as json[])
        else [json_extract(document, '$.data')] end) as step from ${documents}) as steps, json_each(steps.step) as each
    where each.key is not null and json_type(each.value) = 'OBJECT'`;
}
