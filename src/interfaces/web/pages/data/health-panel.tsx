import {Button, Loader} from "@mantine/core";
import {IconStethoscope} from "@tabler/icons-react";
import {useMutation} from "@tanstack/react-query";
import {write} from "../../api/call.ts";
import type {Doctor} from "../../api/contracts.ts";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";

const tones = {ok: "tag-good", info: "", warning: "tag-warn", error: "tag-bad"} as const;

/** Whether lake, catalog and state store agree: looked at when it is asked for, and nothing is changed. */
export function HealthPanel() {
  const doctor = useMutation({mutationFn: () => write<Doctor>("doctor", {dryRun: true})});
  return (
    <Panel
      title="Lake and catalog"
      note="Whether lake, catalog and state store agree. Looks, and changes nothing."
      actions={
        <Button
          variant="default"
          leftSection={<IconStethoscope size={15} />}
          onClick={() => doctor.mutate()}
          loading={doctor.isPending}
        >
          Check
        </Button>
      }
    >
      {doctor.isIdle ? <p className="quiet">Not checked in this session.</p> : null}
      {doctor.isPending ? <Loader size="sm" role="status" aria-label="Checking" /> : null}
      {doctor.isError ? <ProblemNote error={doctor.error} retry={() => doctor.mutate()} /> : null}
      {doctor.data === undefined ? null : (
        <table className="table">
          <thead className="sr-only">
            <tr>
              <th scope="col">Level</th>
              <th scope="col">Check</th>
              <th scope="col">Finding</th>
            </tr>
          </thead>
          <tbody>
            {doctor.data.rows.map(({check, level, message, remedy}) => (
              <tr key={`${check} ${message}`}>
                <td className="narrow">
                  <span className={`tag ${tones[level]}`}>{level}</span>
                </td>
                <td className="narrow">{check}</td>
                <td>
                  {message} {remedy === null ? null : <span className="quiet">{remedy}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
