import {partsOf} from "./amount.ts";
import type {Columns} from "./charge.ts";
import type {Environment, ProductId, TeamId} from "./company.data.ts";
import type {Offer} from "./offer.ts";
import {draw, guid, hash, hex} from "./random.ts";
import type {Shape} from "./shape.ts";
import {inUnits, type Shift, type Stream} from "./stream.ts";
import {tagsOf, type TagStyle} from "./tags.ts";
import {membersOf, type World} from "./world.ts";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly env: Environment;
  readonly team: TeamId;
  readonly product: ProductId | null;
  readonly region: string;
}

export interface Region {
  readonly name: string;
  /** Prices in parts of a million of the list price of the home region. */
  readonly price: bigint;
  readonly zones: readonly string[];
}

/** What the resources of one source have in common. */
export interface Estate<A extends string = string> {
  readonly source: string;
  readonly currency: string;
  readonly accounts: Readonly<Record<A, Account>>;
  readonly regions: Readonly<Record<string, Region>>;
  /** Cells of every row. */
  readonly fixed: Columns;
  readonly subAccountType: string;
  readonly tagStyle: TagStyle | null;
  /** Parts of a million that the contract takes off every list price. */
  readonly discount: bigint;
  /** Cells of the vendor's own. */
  readonly own: (offer: Offer, account: Account, resource: Resource) => Columns;
}

export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly key: number;
}

/** One meter of one resource, as the tables of an estate state it. */
export interface StreamSpec<A extends string = string> {
  readonly account: A;
  readonly offer: Offer;
  /** Natural units on a plain day: hours, gigabyte-months, thousands of requests. */
  readonly base: number;
  readonly shape: Shape;
  readonly name: string;
  /** Meters with one resource name are of one resource; default: the name. */
  readonly resource?: string;
  readonly team?: TeamId;
  readonly product?: ProductId | null;
  readonly env?: Environment;
  readonly region?: string;
  readonly growth?: number;
  readonly from?: number;
  readonly to?: number;
  readonly covers?: readonly string[];
  readonly shifts?: readonly Shift[];
  readonly event?: string;
  readonly waste?: string;
  readonly first?: Stream["first"];
  readonly dynamic?: boolean;
  readonly discount?: bigint;
  /** Another stream whose noise it shares. */
  readonly like?: string;
}

/** A fleet: `count` streams at scale 1, alike but for their noise, births and deaths. */
export interface FleetSpec<A extends string = string> extends Omit<StreamSpec<A>, "name" | "from" | "to"> {
  readonly name: string;
  readonly count: number;
  /** Whether members come and go. */
  readonly churn?: boolean;
}

const zonal = new Set(["Virtual Machines", "Block Storage"]);
const forever = 1_000_000;

/** The streams of a fleet. Names, ids and lives depend on the seed and the member's number only. */
export function fleetOf<A extends string>(world: World, estate: Estate<A>, spec: FleetSpec<A>): Stream[] {
  const days = world.calendar.days.length;
  return Array.from({length: membersOf(world, spec.count)}, (_, n) => {
    const {count: _count, churn, ...rest} = spec;
    const name = `${spec.name}-${(n + 1).toString().padStart(2, "0")}`;
    const key = hash(`${estate.source}/${spec.account}/${name}/life`, world.seed);
    const born = churn === true && n > 0 && draw(key, 1) < 0.3 ? Math.floor(draw(key, 2) * days * 0.8) : 0;
    const dies = churn === true && n > 0 && draw(key, 3) < 0.22 ? born + 20 + Math.floor(draw(key, 4) * days) : forever;
    return streamOf(world, estate, {
      ...rest,
      name,
      ...(spec.resource === undefined ? {} : {resource: `${spec.resource}-${(n + 1).toString().padStart(2, "0")}`}),
      base: spec.base * (spec.shape === "always" || spec.shape === "office-hours" ? 1 : 0.6 + 0.8 * draw(key, 5)),
      from: born,
      to: dies
    });
  });
}

/** One stream, registered with the truth where it is planted. */
export function streamOf<A extends string>(world: World, estate: Estate<A>, spec: StreamSpec<A>): Stream {
  const account: Account = estate.accounts[spec.account];
  const regionId = spec.region ?? account.region;
  const region = estate.regions[regionId];
  const resource = resourceOf(world, estate, spec, account, regionId);
  const list = partsOf(spec.offer.price, region?.price ?? 1_000_000n);
  const discount = spec.discount ?? estate.discount;
  const stream: Stream = {
    offer: spec.offer,
    columns: columnsOf(estate, spec, account, resource, regionId),
    key: hash(`${estate.source}/${spec.like ?? `${account.id}/${spec.name}`}/${spec.offer.meter}`, world.seed),
    account: account.id,
    list,
    contracted: partsOf(list, 1_000_000n - discount),
    discount,
    base: inUnits(spec.base),
    shape: spec.shape,
    growth: spec.growth ?? 0,
    from: spec.from ?? 0,
    to: spec.to ?? forever,
    category: spec.dynamic === true ? "Dynamic" : "Standard",
    covers: spec.covers ?? [],
    shifts: spec.shifts ?? [],
    event: spec.event ?? null,
    waste: spec.waste ?? null,
    first: spec.first ?? null
  };
  const planted = new Set([stream.event, stream.waste, ...stream.shifts.map((shift) => shift.event)]);
  for (const id of planted) {
    if (id === null) continue;
    world.truth.place(id, estate.currency, {
      SubAccountId: account.id,
      ServiceName: spec.offer.service,
      ResourceId: resource.id,
      SkuMeter: spec.offer.meter
    });
  }
  return stream;
}

function resourceOf<A extends string>(
  world: World,
  estate: Estate<A>,
  spec: StreamSpec<A>,
  account: Account,
  region: string
): Resource {
  const name = spec.resource ?? spec.name;
  const key = hash(`${estate.source}/${account.id}/${name}/${spec.offer.resourceType}`, world.seed);
  const group = `rg-${spec.product ?? account.product ?? account.team}-${spec.env ?? account.env}`;
  const cells: Record<string, string> = {
    region,
    account: account.id,
    name,
    group,
    hex: hex(key, 17),
    guid: guid(key),
    zone: `${region}-b`
  };
  const id = spec.offer.resourceId.replaceAll(/\{(\w+)\}/g, (_, cell: string) => cells[cell] ?? "");
  return {id, name, group, key};
}

function columnsOf<A extends string>(
  estate: Estate<A>,
  spec: StreamSpec<A>,
  account: Account,
  resource: Resource,
  regionId: string
): Columns {
  const {offer} = spec;
  const region = estate.regions[regionId];
  const sku = hex(hash(`${estate.source}/${offer.service}/${offer.meter}/${regionId}`, 17), 12).toUpperCase();
  const belonging = {
    team: spec.team ?? account.team,
    product: spec.product === undefined ? account.product : spec.product,
    env: spec.env ?? account.env
  };
  const zones = zonal.has(offer.subcategory) ? (region?.zones ?? []) : [];
  return {
    ...estate.fixed,
    ChargeCategory: "Usage",
    ChargeFrequency: "Usage-Based",
    ChargeDescription: offer.description,
    SubAccountId: account.id,
    SubAccountName: account.name,
    SubAccountType: estate.subAccountType,
    ServiceName: offer.service,
    ServiceCategory: offer.category,
    ServiceSubcategory: offer.subcategory,
    SkuId: sku,
    SkuMeter: offer.meter,
    SkuPriceId: `${sku}.U1`,
    SkuPriceDetails: Object.keys(offer.details).length === 0 ? "" : JSON.stringify(offer.details),
    PricingUnit: offer.unit,
    ConsumedUnit: offer.consumedUnit,
    ResourceId: resource.id,
    ResourceName: resource.name,
    ResourceType: offer.resourceType,
    ...(region === undefined ? {} : {RegionId: regionId, RegionName: region.name}),
    AvailabilityZone: zones[Math.floor(draw(resource.key, 11) * zones.length)] ?? "",
    Tags: estate.tagStyle === null ? "" : tagsOf(estate.tagStyle, belonging, resource.key),
    ...estate.own(offer, account, resource)
  };
}
