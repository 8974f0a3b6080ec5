import {SegmentedControl, TextInput} from "@mantine/core";

export interface ValueInput {
  readonly amount: string;
  readonly currency: string;
  readonly per: "once" | "month";
}

/** What of a value is asked of the server; nothing where no amount is written. */
export function askedValue({amount, currency, per}: ValueInput): Record<string, string> {
  return amount.trim() === ""
    ? {}
    : {value: amount.replaceAll(/[\s,]/g, ""), currency: currency.trim().toUpperCase(), per};
}

/** An exact amount with its currency, once or every month. */
export function ValueFields({
  label,
  value,
  set,
  required = false
}: {
  readonly label: string;
  readonly value: ValueInput;
  readonly set: (value: ValueInput) => void;
  readonly required?: boolean;
}) {
  return (
    <div className="value-fields">
      <TextInput
        label={label}
        placeholder="480.00"
        inputMode="decimal"
        required={required}
        value={value.amount}
        onChange={({currentTarget}) => set({...value, amount: currentTarget.value})}
        error={
          value.amount.trim() === "" || /^[+-]?[\d\s,]{1,26}(\.\d{1,18})?$/.test(value.amount.trim())
            ? undefined
            : "A plain number such as 480.00"
        }
      />
      <TextInput
        label="Currency"
        w={80}
        maxLength={3}
        value={value.currency}
        onChange={({currentTarget}) => set({...value, currency: currentTarget.value})}
      />
      <SegmentedControl
        aria-label="How often"
        value={value.per}
        onChange={(per) => set({...value, per: per === "once" ? "once" : "month"})}
        data={[
          {value: "month", label: "a month"},
          {value: "once", label: "once"}
        ]}
      />
    </div>
  );
}
