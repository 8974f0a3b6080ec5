import {notAfter} from "../column.ts";
import type {Detection} from "../detect.ts";
import {azureRepairs} from "./azure.ts";
import {gcpRepairs} from "./gcp.ts";
import type {Repair} from "./repair.ts";

/** Every repair, in the order in which those of one column are tried. */
export const repairs: readonly Repair[] = [...azureRepairs, ...gcpRepairs];

/** The repairs that a delivery needs by its vendor, its version and the columns it has. */
export function repairsFor({dataset, version, flavour, header}: Detection): readonly Repair[] {
  if (dataset !== "CostAndUsage") return [];
  const names = new Set(header.columns.map(({name}) => name));
  return repairs.filter(
    (repair) =>
      repair.flavour === flavour &&
      notAfter(repair.from, version) &&
      notAfter(version, repair.to) &&
      repair.needs.every((name) => names.has(name))
  );
}
