import {literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";

/** What a file without a currency is kept under: the code for none. */
const currency = sql`coalesce(upper(currency), 'XXX')`;

/**
 * The lines of files, each with its `file` and what it is (`kind`): `covered` usage and the `unused` part of a reservation or savings plan,
 * the `commitment` that was bought or given back, `use`, and the rest. `unit_key` and `block` are the unit of measure
 * and the number in it.
 */
export function lines(...files: readonly NativeRows[]): Query {
  const isCommitted = sql`model in ('Reservation', 'SavingsPlan')`;
  return sql`select *, case
        when charge_type in ('UnusedReservation', 'UnusedSavingsPlan') then 'unused'
        when coalesce(charge_type, 'Usage') = 'Usage' then case when ${isCommitted} then 'covered' else 'use' end
        when charge_type in ('Purchase', 'Refund') and ${isCommitted} then 'commitment'
        when charge_type in ('Purchase', 'Refund', 'Tax', 'Credit') then lower(charge_type)
        else 'adjustment' end as kind,
      case when measured.b <> '' or measured.n = '' then lower(trim(measured.b)) else lower(trim(measured.a)) end as unit_key,
      coalesce(try_cast(measured.n as bigint), 1)
        * case measured.s when 'K' then 1000 when 'M' then 1000000 when 'B' then 1000000000 else 1 end as block
    from (
      select *, ${model} as model, ${account} as account_id, ${currency} as billing_currency,
        coalesce(billing_start, date_trunc('month', date)) as period,
        case when billing_end is null then coalesce(billing_start, date_trunc('month', date)) + interval 1 month
          when day(billing_end) = 1 and billing_end > billing_start then billing_end
          else date_trunc('day', billing_end) + interval 1 day end as period_after,
        coalesce(exchange_rate, 1) as rate,
        ${commitmentPath} as commitment_path,
        regexp_extract(case when regexp_matches(unit_of_measure, '^\\s*[0-9]') then regexp_replace(unit_of_measure, '\\s*/\\s*', '/')
            else concat('1 ', regexp_replace(unit_of_measure, '\\s*/\\s*', '/')) end,
          '^\\s*([0-9]+)\\s*(?:([KMB])(\\s.*|/.*|)|(.*))$', ['n', 's', 'a', 'b']) as measured
      from (${unioned(files.map(named))})
    )`;
}

function named(file: NativeRows): Query {
  return sql`select ${literal(file.file)} as file, ${hasProfiles(file)} as has_profiles, * from ${file.query}`;
}

// The account that the bill is for: of enterprise agreements the enrolment, of customer agreements the profile.
const account: Query = sql`case when has_profiles
    then coalesce(billing_profile_id, billing_account_id, customer_tenant_id, subscription_id)
    else coalesce(billing_account_id, billing_profile_id, customer_tenant_id, subscription_id) end`;

/** Whether a file is of a customer agreement, whose bills are those of a profile. */
export function hasProfiles(file: NativeRows): boolean {
  return file.has("pricing_currency") || file.has("exchange_rate") || file.has("invoice_id");
}

// Older files do not say how a charge was priced, but they name the reservation.
const model: Query = sql`case when pricing_model is not null then pricing_model
    when charge_type = 'UnusedReservation' then 'Reservation'
    when charge_type = 'UnusedSavingsPlan' then 'SavingsPlan'
    when benefit_id ilike '%/microsoft.billingbenefits/%' then 'SavingsPlan'
    when reservation_id is not null or benefit_id ilike '%/microsoft.capacity/%' then 'Reservation'
    else 'OnDemand' end`;

/** The path of a reservation or savings plan, written alike: benefit ids are paths, reservation ids paths or GUIDs. */
const commitmentPath: Query = sql`regexp_replace(lower(case
    when benefit_id is not null then benefit_id
    when contains(reservation_id, '/') then reservation_id
    when reservation_id is null then null
    when product_order_id is null then reservation_id
    when lower(product_order_id) = lower(reservation_id) then concat('/providers/microsoft.capacity/reservationorders/', reservation_id)
    else concat('/providers/microsoft.capacity/reservationorders/', product_order_id, '/reservations/', reservation_id) end),
  '(/(reservations|savingsplans))?/*$', '')`;

/** Queries one after the other. */
export function unioned(queries: readonly Query[]): Query {
  return queries.reduce((all, each) => sql`${all} union all ${each}`);
}
