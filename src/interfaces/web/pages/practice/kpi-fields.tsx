import {ActionIcon, Select, TextInput} from "@mantine/core";
import {IconX} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {kpisQuery} from "./queries.ts";

export interface KpiFieldsProps {
  readonly edition: string;
  /** The target of each KPI, as written. */
  readonly targets: Readonly<Record<string, string>>;
  readonly set: (targets: Readonly<Record<string, string>>) => void;
}

/** Few KPIs with the value that is aimed at, in the unit of the KPI. */
export function KpiFields({edition, targets, set}: KpiFieldsProps) {
  const kpis = useQuery(kpisQuery(edition)).data?.rows ?? [];
  const chosen = Object.entries(targets);
  return (
    <fieldset className="overlaps">
      <legend className="field-label">KPI targets</legend>
      {chosen.map(([kpi, target]) => {
        const row = kpis.find(({id}) => id === kpi);
        const title = row?.title ?? kpi;
        return (
          <div key={kpi} className="kpi-target">
            <TextInput
              label={title}
              classNames={{root: "overlap", label: "overlap-label"}}
              inputMode="decimal"
              rightSection={row === undefined ? null : <span className="quiet small">{row.unit}</span>}
              rightSectionWidth={90}
              value={target}
              onChange={({currentTarget}) => set({...targets, [kpi]: currentTarget.value})}
              error={isDecimal(target) ? undefined : "A plain number such as 85 or 0.5"}
            />
            <ActionIcon
              aria-label={`No target for ${title}`}
              onClick={() => set(Object.fromEntries(chosen.filter(([each]) => each !== kpi)))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        );
      })}
      <Select
        aria-label="Add a KPI"
        placeholder="Add a KPI"
        searchable
        data={kpis.filter(({id}) => targets[id] === undefined).map(({id, title}) => ({value: id, label: title}))}
        value={null}
        onChange={(kpi) => {
          if (kpi !== null) set({...targets, [kpi]: ""});
        }}
      />
    </fieldset>
  );
}

export function isDecimal(text: string): boolean {
  return /^-?\d{1,20}(\.\d{1,18})?$/.test(text.trim());
}
