import {Modal, Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import type {Card} from "./facts.ts";
import {startersQuery} from "./queries.ts";

export interface StarterModalProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly edition: string;
  readonly cards: readonly Card[];
  readonly choose: (kind: "starter" | "preset", id: string) => void;
}

/** Groups of capabilities that suit a situation, and presets of targets: choosing one drafts its changes. */
export function StarterModal({opened, close, edition, cards, choose}: StarterModalProps) {
  const starters = useQuery({...startersQuery(edition), enabled: opened});
  const known = new Map(cards.map((card) => [card.capability, card]));
  const rows = starters.data?.rows ?? [];
  const groups = rows.filter(({kind}) => kind === "group");
  const presets = rows.filter(({kind}) => kind === "preset");
  return (
    <Modal opened={opened} onClose={close} title="Fill the board" size="xl">
      {starters.isPending ? <Skeleton height={240} /> : null}
      <h3 className="card-part-title">Starter groups, by situation</h3>
      <ul className="starters">
        {groups.map((group) => (
          <li key={group.id}>
            <button type="button" className="starter" onClick={() => choose("starter", group.id)}>
              <span className="strong">{group.title}</span>
              <span className="quiet">{group.when}</span>
              <span className="starter-cards">
                {group.capabilities.map((capability) => {
                  const card = known.get(capability);
                  return (
                    <span key={capability} className="starter-card" data-active={card?.state === "active"}>
                      {card?.title ?? capability}
                    </span>
                  );
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {presets.length === 0 ? null : (
        <>
          <h3 className="card-part-title starters-next">Presets: strictness, targets and cadence of what is active</h3>
          <ul className="starters">
            {presets.map((preset) => (
              <li key={preset.id}>
                <button type="button" className="starter" onClick={() => choose("preset", preset.id)}>
                  <span className="strong">{preset.title}</span>
                  <span className="quiet">{preset.when}</span>
                  <span className="small">
                    {[
                      preset.strictness === null ? null : `held ${preset.strictness}`,
                      preset.target === null ? null : `target ${preset.target}`
                    ]
                      .filter((part) => part !== null)
                      .join(", ")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="footnote">
        Choosing one only drafts it: the plan shows what it would change, and what could be left out.
      </p>
    </Modal>
  );
}
