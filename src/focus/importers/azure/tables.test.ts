import {expect, test} from "vitest";
import {serviceSubcategories} from "../../service-taxonomy.data.ts";
import {azureRegions} from "./regions.data.ts";
import {azureServices} from "./services.data.ts";
import {azureUnits} from "./units.data.ts";

test("every type, alias and unit of the tables stands once and is FOCUS's", () => {
  const once = (keys: readonly string[]): void => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys).toEqual(keys.map((key) => key.toLowerCase()));
  };
  once(azureServices.flatMap(({types}) => types));
  once(azureServices.flatMap(({namespaces}) => namespaces));
  once(azureRegions.flatMap(({id, written}) => [id, ...written]));
  once(Object.values(azureUnits).flat());
  const known = serviceSubcategories.map(({name}) => name);
  expect(azureServices.filter(({subcategory}) => !known.includes(subcategory))).toEqual([]);
});
