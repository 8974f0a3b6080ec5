import {Skeleton} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {useCost} from "../../api/queries.ts";
import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import {Delta} from "../../blocks/delta.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {headline, percent, share} from "../../format/amount.ts";
import type {HomeDays} from "./month.ts";

export interface SavingsProps {
  readonly days: HomeDays;
  readonly currency: string;
  readonly choice: CurrencyChoice;
  readonly compared: boolean;
  /** Whether more important questions are on their way. */
  readonly pending: boolean;
}

/** How much lies between public prices and what was paid, in money and as a share. */
export function SavingsPanel({days, currency, choice, compared, pending}: SavingsProps) {
  const time = compared ? {from: days.month, to: days.through} : {from: days.previousMonth, to: days.month};
  // The list price of a prepayment stands on its purchase, and again on the usage that it covers.
  const question = {metric: ["list", "savings"], without: ["purchases"], ...choice.question};
  const now = useCost(pending ? null : {...question, ...time});
  const before = useCost(
    compared && !pending ? {...question, from: days.previousMonth, to: days.previousThrough} : null
  );
  const of = (answer: typeof now.data, metric: string): string | null => {
    const value = answer?.totals.find((total) => total["currency"] === currency)?.[metric];
    return typeof value === "string" ? value : null;
  };
  const list = of(now.data, "list");
  const savings = of(now.data, "savings");
  const ratio = list === null || savings === null ? null : share(savings, list);
  return (
    <Panel
      title="Saved against list"
      note={`List cost less effective cost, ${currency}, without purchases`}
      actions={
        <Link
          to="/explore"
          search={{
            metric: ["savings", "list", "effective"],
            by: "service",
            without: "purchases",
            ...time,
            top: "10",
            chart: "table",
            ...choice.question
          }}
          className="more-link"
        >
          Explore
        </Link>
      }
    >
      {now.isPending ? (
        <Skeleton height={44} />
      ) : savings === null ? (
        <p className="quiet small">Unknown: some charges say no list or no effective cost.</p>
      ) : (
        <p className="saved">
          <span className="saved-value">{headline(savings)}</span>{" "}
          {ratio === null ? null : <span className="strong">{percent(ratio)} of list</span>}{" "}
          {compared ? <Delta now={savings} before={of(before.data, "savings")} moreIsBetter /> : null}
        </p>
      )}
    </Panel>
  );
}
