import {NativeSelect} from "@mantine/core";
import {useLocalStorage} from "@mantine/hooks";
import {useQuery} from "@tanstack/react-query";
import {ratesQuery, serverQuery, sourcesQuery} from "../api/queries.ts";

export const asBilled = "as-billed";

export interface CurrencyChoice {
  /** What a question has to say to be converted; empty where it stays as billed. */
  readonly question: {readonly currency?: string};
  readonly value: string;
  readonly options: readonly {readonly value: string; readonly label: string}[];
  readonly choose: (value: string) => void;
  /** Whether it is known what there is to choose from. */
  readonly ready: boolean;
}

/** The currency that pages show, remembered: one that everything can be converted to, or as billed. */
export function useCurrencyChoice(): CurrencyChoice {
  const [chosen, choose] = useLocalStorage<string | null>({
    key: "ashlar.currency",
    defaultValue: null,
    getInitialValueInEffect: false
  });
  const sources = useQuery(sourcesQuery());
  const rates = useQuery(ratesQuery());
  const server = useQuery(serverQuery());
  const set = server.data?.rates.set ?? null;
  const billed = [...new Set(sources.data?.rows.flatMap(({currencies}) => currencies) ?? [])].toSorted();
  const pairs = new Set(rates.data?.rows.flatMap((rate) => (rate.set === set ? [rate.pair] : [])) ?? []);
  const quotes = [...new Set([...pairs].map((pair) => pair.split("/")[1] ?? ""))].toSorted();
  const targets = quotes.filter((target) => billed.every((from) => from === target || pairs.has(`${from}/${target}`)));
  const usual = billed.length > 1 ? (mostUsed(sources.data?.rows ?? [], targets) ?? asBilled) : asBilled;
  const value = chosen !== null && (chosen === asBilled || targets.includes(chosen)) ? chosen : usual;
  return {
    question: value === asBilled ? {} : {currency: value},
    value,
    options: [
      {value: asBilled, label: billed.length === 1 ? `As billed (${billed[0] ?? ""})` : "As billed"},
      ...targets.map((target) => ({value: target, label: `In ${target}`}))
    ],
    choose,
    ready: !sources.isPending && !rates.isPending && !server.isPending
  };
}

/** Of the currencies that can be converted to, the one that most sources bill in. */
function mostUsed(
  sources: readonly {readonly currencies: readonly string[]}[],
  targets: readonly string[]
): string | null {
  const uses = (target: string): number => sources.filter(({currencies}) => currencies.includes(target)).length;
  return targets.toSorted((a, b) => uses(b) - uses(a))[0] ?? null;
}

export function CurrencyPicker({choice}: {readonly choice: CurrencyChoice}) {
  return (
    <NativeSelect
      size="xs"
      aria-label="Currency"
      w={130}
      data={[...choice.options]}
      value={choice.value}
      onChange={({currentTarget}) => choice.choose(currentTarget.value)}
    />
  );
}
