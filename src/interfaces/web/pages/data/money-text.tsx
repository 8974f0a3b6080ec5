import {amount, headline} from "../../format/amount.ts";

export interface MoneyTextProps {
  readonly money: readonly {readonly currency: string | null; readonly amount: string}[];
  /** With cents, for tables; without, for figures that stand alone. */
  readonly exact?: boolean;
  readonly none?: string;
}

/** Amounts, each in its currency. */
export function MoneyText({money, exact = false, none = ""}: MoneyTextProps) {
  if (money.length === 0) return <span className="quiet">{none}</span>;
  return (
    <span className="money-text">
      {money.map(({currency, amount: value}, index) => (
        <span key={currency ?? "none"}>
          {index > 0 ? ", " : ""}
          {exact ? amount(value) : headline(value)} {currency ?? "of no currency"}
        </span>
      ))}
    </span>
  );
}
