import {join, literal, type Query, raw, sql} from "../../../engine/query.ts";
import {clusterTag, nodeKey} from "./allocations.ts";

/** Shares are whole numbers of so many parts, so that they are the same on every run and never need a float. */
export const parts = sql`10000000000::hugeint`;

/** Windows of one cluster that overlap without being the same, which would count use twice. */
export const overlappingWindows: Query = sql`with windows as (
    select distinct cluster, since, until from split_allocations where weight > 0)
  select a.cluster, strftime(a.since, '%Y-%m-%dT%H:%M:%SZ') as first, strftime(b.since, '%Y-%m-%dT%H:%M:%SZ') as second
  from windows a join windows b on a.cluster = b.cluster and b.since < a.until and b.until > a.since
    and (a.since, a.until) < (b.since, b.until)
  order by all limit 1`;

/**
 * Charges of converted files that allocations are about: those whose resource is a node of theirs, and compute of the
 * cluster by its tags. What a vendor split already stays as it is.
 */
export function charges(files: readonly string[]): Query {
  const each = files.map(
    (
      path,
      index
    ) => sql`select ${raw(String(index))} as file_no, file_row_number as row_no, "ChargePeriodStart" as since,
      greatest("ChargePeriodEnd", "ChargePeriodStart" + interval 1 second) as until, "BillingCurrency" as currency,
      case when "ChargeCategory" = 'Usage' then "ListCost" end as list, ${nodeKey(sql`"ResourceId"`)} as by_id,
      ${nodeKey(sql`"ResourceName"`)} as by_name,
      case when "ServiceCategory" = 'Compute' and "ChargeCategory" = 'Usage' and "ResourceId" is not null
        then ${clusterTag(sql`"Tags"`)} end as tag
    from read_parquet(${literal(path)}, file_row_number = true) where "AllocatedMethodId" is null`
  );
  return sql`with rows as (${join(each, " union all ")}),
    nodes as (select node, min(cluster) as cluster from split_allocations where node is not null group by node),
    clusters as (select distinct cluster from split_allocations),
    only_tag as (select min(tag) as tag from rows having count(distinct tag) = 1)
    select * from (select file_no, row_no, since, until, currency, list, coalesce(a.node, b.node, by_id) as node,
      coalesce(a.cluster, b.cluster, case when tag in (select cluster from clusters) then tag
        when tag in (select tag from only_tag) and '' in (select cluster from clusters) then '' end) as cluster,
      date_diff('second', since, until)::hugeint as seconds
    from rows left join nodes a on a.node = by_id left join nodes b on b.node = by_name) where cluster is not null`;
}

/**
 * How each charge is divided: rows of `file_no`, `row_no`, what it goes to and its `weight`, which add up to `whole`.
 *
 * A charge is cut into the windows that it lies in by seconds, and what lies in none stays with nobody (`id` null). In a
 * window a node's use goes by the weight of what ran on it while the charge lasted; what ran on several nodes has its part
 * of the cluster's weight on each of them. Where a file has no idle of its own, idle is what the list cost of nodes exceeds
 * the weights by, if the bill is in dollars as OpenCost's prices are; else nothing is known of it.
 */
export const divided: Query = sql`with windows as (select distinct cluster, since, until from split_allocations),
  slices as (select c.*, w.since as window_since, greatest(c.since, w.since) as slice_from,
      least(c.until, w.until) as slice_to,
      date_diff('second', greatest(c.since, w.since), least(c.until, w.until))::hugeint as slice
    from split_charges c join windows w on w.cluster = c.cluster and w.since < c.until and w.until > c.since),
  levels as (select cluster, since, sum(weight)::hugeint as total,
      coalesce(sum(weight) filter (where node is not null), 0)::hugeint as on_nodes,
      bool_or(is_idle and weight > 0) as has_idle
    from split_allocations group by all),
  node_use as (select cluster, node, since, sum(weight)::hugeint as used from split_allocations
    where node is not null group by all),
  node_list as (select cluster, node, window_since, bool_and(currency = 'USD') as is_dollar,
      sum(cast(round(cast(list as decimal(29, 9)) * 1000000000) as hugeint) * slice // seconds)::hugeint as listed
    from slices group by all),
  cluster_list as (select cluster, window_since, bool_and(is_dollar) as is_dollar, sum(listed)::hugeint as listed
    from node_list group by all),
  known as (select n.cluster, n.node, n.window_since, l.has_idle, l.total,
      case when l.total > 0 then ${parts} * l.on_nodes // l.total else ${parts} end as node_part,
      case when l.has_idle then ${parts}
        when l.on_nodes = l.total then case when n.is_dollar and n.listed > 0
          then least(${parts}, coalesce(u.used, 0) * ${parts} // n.listed) else ${parts} end
        when c.is_dollar and c.listed > 0 then least(${parts}, l.total * ${parts} // c.listed)
        else ${parts} end as used_part,
      case when l.has_idle then 'stated' when n.is_dollar and n.listed > 0 then 'estimated' else 'unknown' end as idle_basis
    from node_list n join levels l on l.cluster = n.cluster and l.since = n.window_since
    join cluster_list c on c.cluster = n.cluster and c.window_since = n.window_since
    left join node_use u on u.cluster = n.cluster and u.node = n.node and u.since = n.window_since),
  running as (${onNode(true)} union all ${onNode(false)}),
  shared as (select *, sum(use) over (partition by file_no, row_no, window_since, is_own)::hugeint as total_use,
      row_number() over (partition by file_no, row_no, window_since, is_own order by use desc, id) as place
    from running where use > 0),
  cut as (select *, share * use // total_use as part,
      share - sum(share * use // total_use) over (partition by file_no, row_no, window_since, is_own)::hugeint as dust
    from shared),
  taken as (select file_no, row_no, id, label, cluster, namespace, controller, pod, container, labels, idle_basis, ran,
      (part + case when place = 1 then dust else 0 end) * slice as weight from cut),
  -- Whatever of a window nothing ran for was idle.
  idle as (select s.file_no, s.row_no, concat_ws('/', nullif(s.cluster, ''), '__idle__') as id, '__idle__' as label, s.cluster,
      null as namespace, null as controller, null as pod, null as container, null as labels, any_value(k.idle_basis) as idle_basis,
      sum(slice)::hugeint as ran,
      sum(slice)::hugeint * ${parts} - coalesce(any_value(t.weight), 0) as weight
    from slices s join known k using (cluster, node, window_since)
    left join (select file_no, row_no, sum(weight)::hugeint as weight from taken group by all) t
      on t.file_no = s.file_no and t.row_no = s.row_no
    group by s.file_no, s.row_no, s.cluster),
  rest as (select file_no, row_no, null as id, null as label, cluster, null as namespace, null as controller, null as pod,
      null as container, null as labels, null as idle_basis, 0::hugeint as ran,
      (any_value(seconds) - sum(slice)::hugeint) * ${parts} as weight
    from slices group by file_no, row_no, cluster),
  everything as (select * from taken union all by name select * from idle union all by name select * from rest)
  select e.file_no, e.row_no, e.id, any_value(label) as label, e.cluster, min(namespace) as namespace,
    min(controller) as controller, min(pod) as pod, min(container) as container, max(labels) as labels,
    max(idle_basis) as idle_basis, least(sum(ran), any_value(c.seconds))::hugeint as ran, sum(e.weight)::hugeint as weight,
    any_value(c.seconds) * ${parts} as whole
  from everything e join split_charges c on c.file_no = e.file_no and c.row_no = e.row_no
  where e.weight <> 0 group by e.file_no, e.row_no, e.id, e.cluster`;

/** What ran during the slice of a charge: on its own node, or somewhere in its cluster. */
function onNode(isOwn: boolean): Query {
  const share = isOwn
    ? sql`k.node_part * k.used_part // ${parts}`
    : sql`(${parts} - k.node_part) * k.used_part // ${parts}`;
  const place = isOwn ? sql`a.node = s.node` : sql`a.node is null`;
  const seconds = sql`greatest(date_diff('second', greatest(a.ran_from, s.slice_from), least(a.ran_to, s.slice_to)), 0)::hugeint`;
  return sql`select s.file_no, s.row_no, s.window_since, s.slice, ${raw(String(isOwn))} as is_own, a.id, a.label, a.cluster,
      a.namespace, a.controller, a.pod, a.container, a.labels, k.idle_basis, ${share} as share, ${seconds} as ran,
      a.weight * ${seconds} // greatest(date_diff('second', a.ran_from, a.ran_to), 1)::hugeint as use
    from slices s join known k using (cluster, node, window_since)
    join split_allocations a on a.cluster = s.cluster and a.since = s.window_since and ${place}`;
}

/** Allocations that no charge was split by, with their money at list prices. */
export const unmatched: Query = sql`with matched as (
    select distinct s.cluster, s.node, w.since from split_charges s
    join (select distinct cluster, since, until from split_allocations) w
      on w.cluster = s.cluster and w.since < s.until and w.until > s.since)
  select cluster, cast(sum(listed) as varchar) as listed, count(*) as "rows",
    array_to_string(list_sort(list_distinct(list(coalesce(node_name, label))))[:5], ', ') as names
  from split_allocations a
  where weight > 0 and not exists (select 1 from matched m where m.cluster = a.cluster and m.since = a.since
    and (a.node is null or m.node = a.node))
  group by cluster order by cluster`;
