import {Link} from "@tanstack/react-router";
import {useCost} from "../../api/queries.ts";
import {useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {Sparkline} from "../../blocks/sparkline.tsx";
import {headline} from "../../format/amount.ts";

/** What the charges of a filter cost in the last thirty days, with the way into Explore. */
export function ScopeSpend({filter}: {readonly filter: string | null}) {
  const choice = useCurrencyChoice();
  const question = {
    metric: ["effective"],
    window: "30d",
    granularity: "day",
    ...(filter === null || filter.trim() === "" ? {} : {filter}),
    ...choice.question
  };
  const {data, isError, error} = useCost(choice.ready ? question : null);
  const totals = data?.totals ?? [];
  return (
    <div>
      <dt>Effective cost, last 30 days</dt>
      <dd className="scope-spend">
        {isError ? (
          <span className="severity-error">{error instanceof Error ? error.message : "unknown"}</span>
        ) : data === undefined ? (
          <span className="quiet">asking …</span>
        ) : totals.length === 0 ? (
          <span className="quiet">no charges</span>
        ) : (
          totals.map((total) => {
            const currency = String(total["currency"] ?? "");
            const sum = total["effective"];
            const days = data.rows.filter((row) => String(row["currency"] ?? "") === currency);
            return (
              <Link key={currency} to="/explore" search={toSearch(question)} className="quiet-link scope-sum">
                <span className="strong">{typeof sum === "string" ? headline(sum) : "unknown"}</span> {currency}
                <Sparkline
                  values={days.map((row) => (typeof row["effective"] === "string" ? row["effective"] : null))}
                  title="by day"
                />
              </Link>
            );
          })
        )}
      </dd>
    </div>
  );
}

function toSearch(question: Record<string, unknown>): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(question).map(([key, value]) => [key, String(value)])),
    by: "service",
    top: "10"
  };
}
