import {type Query, sql} from "../../../engine/query.ts";
import {serviceSubcategories} from "../../service-taxonomy.data.ts";
import type {NativeRows} from "../importer.ts";
import {lookupTable} from "../lookup.ts";
import {pricedQuantity, unitPrice} from "../unit-price.ts";
import {charges} from "./charges.ts";
import {additionalInfo, resourceType} from "./details.ts";
import {columns} from "./focus-columns.ts";
import {azureRegions} from "./regions.data.ts";
import {azureResourceTypes} from "./resource-types.data.ts";
import {azureServices} from "./services.data.ts";
import {azureUnits} from "./units.data.ts";

const isPriced = sql`kind in ('use', 'covered', 'unused', 'purchase', 'commitment')`;
const isTotal = sql`coalesce(charge_type <> 'Refund', true)`;

/** The charges of one file as FOCUS 1.2, in steps, so that no expression is written or computed twice. */
export function focusRows(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select ${columns(file)} from (
      select *, ${unitPrice(sql`contracted`, sql`priced`, sql`own_price`)} as contracted_price,
        ${unitPrice(sql`listed`, sql`priced`, sql`public_price`)} as list_price
      from (
        select named.*, subcategories.subcategory, subcategories.category
        from (
          select parted.*, units.unit, regions.region_id, regions.region_name, kinds.kind_name,
            case when ${isPriced} and ${isTotal} then case when kind = 'unused' then 0 else ${pricedQuantity(sql`contracted`, sql`blocks`)} end end as priced,
            coalesce(by_type.service, by_space.service, by_consumed.service, service_name, meter_category,
              case when publisher_type = 'Marketplace' then product end, 'Azure') as service
          from (
            select *, ${resourceType(sql`path`)} as type_path, ${additionalInfo} as info,
              regexp_replace(lower(resource_location), '[^a-z0-9]', '', 'g') as location_key
            from (select *, ${path} as path from (${charges(file, siblings)}))
          ) as parted
          left join ${lookupTable("by_type", ["type", "service"], typeRows())} on by_type.type = coalesce(type_path, lower(resource_type))
          left join ${lookupTable("by_space", ["space", "service"], spaceRows())} on by_space.space = split_part(coalesce(type_path, lower(resource_type)), '/', 1)
          left join ${lookupTable("by_consumed", ["space", "service"], spaceRows())} on by_consumed.space = lower(consumed_service)
          left join ${lookupTable("kinds", ["type", "kind_name"], Object.entries(azureResourceTypes))} on kinds.type = coalesce(type_path, lower(resource_type))
          left join ${lookupTable("units", ["key", "unit"], unitRows())} on units.key = unit_key
          left join ${lookupTable("regions", ["key", "region_id", "region_name"], regionRows())} on regions.key = location_key
        ) as named
        left join ${lookupTable("subcategories", ["service", "subcategory", "category"], subcategoryRows())} on subcategories.service = named.service
      )
    )`;
}

// The path of a resource, written alike; of a charge for a commitment, that of the commitment.
const path = sql`regexp_replace(lower(case when kind in ('commitment', 'unused') then coalesce(commitment, resource_id) else resource_id end), '/+$', '')`;

const typeRows = () => azureServices.flatMap(({name, types}) => types.map((type) => [type, name]));
const spaceRows = () => azureServices.flatMap(({name, namespaces}) => namespaces.map((space) => [space, name]));
const unitRows = () => Object.entries(azureUnits).flatMap(([unit, keys]) => keys.map((key) => [key, unit]));
const regionRows = () => azureRegions.flatMap(({id, name, written}) => [id, ...written].map((key) => [key, id, name]));

function subcategoryRows(): readonly (readonly string[])[] {
  const categories = new Map(serviceSubcategories.map(({name, category}) => [name, category]));
  return azureServices.map(({name, subcategory}) => [name, subcategory, categories.get(subcategory) ?? "Other"]);
}
