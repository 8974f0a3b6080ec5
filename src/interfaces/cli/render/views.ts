import {boardText} from "./board-view.ts";
import {conformanceList, conformanceRulesList} from "./conformance-view.ts";
import {costTable} from "./cost-view.ts";
import {coverageText} from "./coverage-view.ts";
import {demoText, initText} from "./demo-view.ts";
import {diffTable} from "./diff-view.ts";
import {doctorList} from "./doctor-view.ts";
import {
  frameworkEditionsText,
  frameworkFindings,
  frameworkHits,
  frameworkItem,
  frameworkTable,
  frameworkWays
} from "./framework-view.ts";
import {healthList} from "./health-view.ts";
import {homeText, homesTable} from "./home-view.ts";
import {ingestTable} from "./ingest-view.ts";
import {entryText, glossaryText} from "./library-view.ts";
import {practiceChangeText, practiceCheckText} from "./practice-view.ts";
import {chargesTable} from "./rows-view.ts";
import {policiesText, syncText} from "./sync-view.ts";
import type {Style} from "./table.ts";
import {validateList} from "./validate-view.ts";
import {workSummaryText, workTable} from "./work-view.ts";

/** An answer on a terminal where the general form is not good enough. */
export type View = (output: unknown, style: Style) => string;

const views: Readonly<Record<string, View>> = {
  "conformance.rules": conformanceRulesList,
  "conformance.show": conformanceList,
  cost: costTable,
  demo: demoText,
  doctor: doctorList,
  init: initText,
  "framework.check": frameworkFindings,
  "framework.coverage": coverageText,
  "framework.editions": frameworkEditionsText,
  "framework.list": frameworkTable,
  "framework.map": frameworkWays,
  "framework.search": frameworkHits,
  "framework.show": frameworkItem,
  "homes.list": homesTable,
  "homes.show": homeText,
  ingest: ingestTable,
  "library.glossary": glossaryText,
  "library.show": entryText,
  "practice.apply": practiceChangeText,
  "practice.board": boardText,
  "practice.check": practiceCheckText,
  "practice.plan": practiceChangeText,
  rows: chargesTable,
  "snapshots.diff": diffTable,
  "sources.health": healthList,
  "sources.policy": policiesText,
  sync: syncText,
  "work.list": workTable,
  "work.summary": workSummaryText,
  validate: validateList
};

/** The own view of an operation; undefined where the general form does. */
export function viewOf(operation: string): View | undefined {
  return views[operation];
}
