import type {Remark} from "../finding.ts";
import {listed, type Rule} from "./world.ts";

/** What refuses or changes things by itself has a way out. */
export const exceptionPaths: Rule = ({arrangement}) =>
  arrangement.policies.flatMap(({id, title, mode, exceptionPath}, index): readonly Remark[] => {
    if ((mode !== "block" && mode !== "remediate") || exceptionPath !== undefined) return [];
    return [
      {
        severity: "error",
        rule: "policy-exception-path",
        message: `The policy ${title} ${mode === "block" ? "refuses" : "changes"} things, and nothing says how an exception is had`,
        remedy: `Say it: ashlar practice plan 'policies.${id}.exceptionPath=WHO AND HOW'; or let it warn only.`,
        path: ["policies", index, "mode"]
      }
    ];
  });

/** One persona answers for a duty. */
export const accountable: Rule = ({arrangement, edition}) =>
  arrangement.duties.flatMap(({id, title, accountable: personas}, index): readonly Remark[] => {
    if (personas.length === 1) return [];
    const titles = personas.map((slug) => edition.personas.find((each) => each.slug === slug)?.title ?? slug);
    const none = personas.length === 0;
    return [
      {
        severity: none ? "warning" : "error",
        rule: "duty-accountable",
        message: none
          ? `Nobody answers for the duty ${title}`
          : `${listed(titles)} answer for the duty ${title}, and so nobody does`,
        remedy: none
          ? `Name one persona: ashlar practice plan 'duties.${id}.accountable=[PERSONA]'`
          : "Keep one of them, and make the others responsible.",
        path: ["duties", index, "accountable"]
      }
    ];
  });
