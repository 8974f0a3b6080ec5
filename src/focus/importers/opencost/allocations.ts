import {join, literal, type Query, raw, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";

/** Prices of OpenCost's own default configuration, which weigh processors, memory and GPUs where a file has no costs. */
const defaults = {cpuHour: "0.031611", ramGiBHour: "0.004237", gpuHour: "0.95"} as const;

/** The part of an id or name that bills and Kubernetes agree on: the scale set or machine in Azure, else the last word. */
export function nodeKey(id: Query): Query {
  const bare = sql`regexp_replace(lower(trim(${id})), '^[a-z]+:/+', '')`;
  return sql`nullif(case when contains(${bare}, 'subscriptions/')
    then regexp_replace(regexp_replace(${bare}, '^.*?subscriptions/', ''), '(/virtualmachinescalesets/[^/]+)/virtualmachines/[^/]+$', '\\1')
    else regexp_extract(${bare}, '([^/]+)/*$', 1) end, '')`;
}

const nano = (value: Query): Query =>
  sql`cast(round(cast(greatest(${value}, 0) as decimal(29, 9)) * 1000000000) as hugeint)`;
const zero = (name: string): Query => sql`coalesce(${raw(name)}, 0)`;
const dayEnd = sql`coalesce(window_end, window_start + interval 1 day)`;
const hours = sql`(epoch(${dayEnd}) - epoch(window_start)) / 3600`;

const paid = sql`${zero("cpu_cost")} + ${zero("cpu_adjustment")} + ${zero("ram_cost")} + ${zero("ram_adjustment")}
  + ${zero("gpu_cost")} + ${zero("gpu_adjustment")}`;
const used = sql`coalesce(cpu_hours, greatest(cpu_usage, cpu_request) * ${hours}, 0) * ${raw(defaults.cpuHour)}
  + coalesce(ram_byte_hours, greatest(ram_usage, ram_request) * ${hours}, 0) / 1073741824 * ${raw(defaults.ramGiBHour)}
  + ${zero("gpu_hours")} * ${raw(defaults.gpuHour)}`;

const isIdle = sql`(coalesce("name", '') like '%__idle__' or coalesce(namespace, '') = '__idle__')`;
const own = (column: string): Query => sql`case when not ${isIdle} then nullif(${raw(column)}, '') end`;
const id = sql`case when ${isIdle} then concat_ws('/', nullif(cluster, ''), '__idle__') else coalesce(nullif(concat_ws('/',
  nullif(cluster, ''), nullif(namespace, ''), nullif(controller_kind, '') || ':' || nullif(controller, ''), nullif(pod, ''),
  nullif(container, '')), coalesce(cluster, '')), "name") end`;

/**
 * Allocations of all files as one relation: who used what of which node in which window, `weight` in billionths of money
 * at OpenCost's list prices for processor, memory and GPU (`listed`), or where a whole file states no costs at its default prices.
 * `node` is null for what runs on several. Weights are shares only: OpenCost's figures are estimates and are never added
 * to a bill.
 */
export function allocations(files: readonly NativeRows[]): Query {
  const each = files.map(
    ({query, has}) => sql`select coalesce(nullif(cluster, ''), '') as cluster, ${nodeKey(sql`provider_id`)} as node,
      coalesce(node, provider_id) as node_name, ${id} as id, ${isIdle} as is_idle,
      case when ${isIdle} then '__idle__' else coalesce(nullif(pod, ''), nullif(controller, ''), nullif(namespace, ''), "name") end as label,
      ${own("namespace")} as namespace, ${own("controller")} as controller, ${own("pod")} as pod, ${own("container")} as container,
      ${labelsOf(has("more_labels"))} as labels, window_start as since, ${dayEnd} as until,
      greatest(coalesce(ran_from, window_start), window_start) as ran_from,
      least(coalesce(ran_to, ${dayEnd}), ${dayEnd}) as ran_to,
      ${nano(sql`case when has_costs then ${paid} else cast(${used} as decimal(29, 9)) end`)} as weight,
      coalesce(total_cost, 0) as listed
    from (select *, bool_or(${paid} <> 0) over () as has_costs from ${query})`
  );
  return join(each, " union all ");
}

function labelsOf(hasColumns: boolean): Query {
  const object = sql`case when json_valid(labels) and json_type(labels) = 'OBJECT' then labels end`;
  return hasColumns
    ? sql`coalesce(${object}, case when cardinality(more_labels) > 0 then cast(to_json(more_labels) as varchar) end)`
    : object;
}

/** The cluster that a resource says it belongs to, by the tags that the vendors' Kubernetes services set; null for none. */
export function clusterTag(tags: Query): Query {
  const keys = [
    "eks:cluster-name",
    "aws:eks:cluster-name",
    "alpha.eksctl.io/cluster-name",
    "karpenter.sh/discovery",
    "goog-k8s-cluster-name",
    "aks-managed-cluster-name",
    "KubernetesCluster"
  ];
  const named = keys.flatMap((key) => [sql`${tags}[${literal(key)}]`, sql`${tags}[${literal(`user:${key}`)}]`]);
  return sql`coalesce(${join(named)}, nullif(regexp_extract(list_filter(map_keys(${tags}),
    lambda k: regexp_matches(k, '^(user:)?kubernetes\\.io/cluster/.+$'))[1], 'cluster/(.+)$', 1), ''))`;
}
