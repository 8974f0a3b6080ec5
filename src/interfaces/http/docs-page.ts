import {catalogue} from "../../errors.ts";
import type {Contract, Operation} from "../../operation.ts";
import {roleFor} from "../../records/tokens/role.ts";
import {softwareVersion} from "../../version.ts";
import {byGroup, commandGroups, groupTitle} from "../cli/command-groups.ts";
import {type Parameter, parametersOf} from "../cli/parameter.ts";
import {routeOf} from "./route.ts";

/** The description of all calls as a page without scripts, made of the contracts. */
export function docsPage(operations: readonly Operation[], host: string): string {
  const contracts = operations.map(({contract}) => contract);
  const groups = commandGroups.flatMap(({title}) => {
    const own = contracts.filter(({name}) => groupTitle(nounOf(name)) === title);
    return own.length === 0
      ? []
      : [[title, own.toSorted((x, y) => byGroup({name: nounOf(x.name)}, {name: nounOf(y.name)}))] as const];
  });
  const origin = `http://${host}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Ashlar API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#main">To the operations</a>
<nav aria-label="Operations">
<p class="brand"><a href="/">Ashlar</a> <span>API ${escape(softwareVersion())}</span></p>
${groups.map(([group, contracts]) => navOf(group, contracts)).join("\n")}
<h2>About</h2>
<ul><li><a href="#calls">How to call</a></li><li><a href="#errors">Errors</a></li><li><a href="/api/openapi.json">OpenAPI 3.1</a></li></ul>
</nav>
<main id="main">
<header><h1>The API of Ashlar</h1>
<p class="lead">Every operation of the command line over HTTP, with the same input, the same answer and the same receipt.</p></header>
<section id="calls">
<h2>How to call</h2>
<dl class="facts">
<dt>Reads</dt><dd><code>GET</code> with the input in the query, lists by repeating the name; or <code>POST …/query</code> with the input as JSON. Both give the same receipt id. The <code>ETag</code> comes from it: with <code>If-None-Match</code> an unchanged answer costs nothing.</dd>
<dt>Writes</dt><dd><code>POST</code> with JSON. With an <code>Idempotency-Key</code> a repeated call gets the first answer. With <code>Accept: application/x-ndjson</code> progress comes line by line, the result last. Every write has <code>dryRun</code>.</dd>
<dt>Forms</dt><dd><code>format=json|ndjson|csv|xlsx|parquet|md</code> or <code>Accept</code>. Amounts are exact decimals as text; only a workbook has them as numbers.</dd>
<dt>Pages</dt><dd><code>limit</code> and the <code>cursor</code> of the <code>Link</code> header, <code>rel=next</code>.</dd>
<dt>Callers</dt><dd><code>Authorization: Bearer …</code> with a token of <a href="#tokens.create">tokens.create</a>. On the machine itself none is asked for unless the server was started with <code>--token-required</code>.</dd>
<dt>Limits</dt><dd>An address of 4 kB, a body of 1 MB; <code>429</code> and <code>503</code> say in <code>Retry-After</code> when to call again.</dd>
<dt>Agents</dt><dd>The Model Context Protocol is at <code>/mcp</code>.</dd>
</dl>
</section>
${groups.map(([group, contracts]) => `<section><h2>${escape(group)}</h2>\n${contracts.map((contract) => operationOf(contract, origin)).join("\n")}</section>`).join("\n")}
<section id="errors">
<h2>Errors</h2>
<p>A failed call is answered with <code>application/problem+json</code>: <code>title</code>, <code>detail</code>, <code>code</code>, where it is wrong (<code>at</code>) and what to do (<code>remedy</code>).</p>
<table><thead><tr><th scope="col">Code</th><th scope="col" class="n">Status</th><th scope="col">Meaning</th></tr></thead><tbody>
${Object.entries(catalogue)
  .map(
    ([code, {status, title}]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td class="n">${status}</td><td>${escape(title)}</td></tr>`
  )
  .join("\n")}
<tr id="unexpected"><td><code>unexpected</code></td><td class="n">500</td><td>A mistake of the program; the log has it under the id of the call</td></tr>
</tbody></table>
</section>
</main>
</body>
</html>
`;
}

/** The first word of a name, which is the command. */
function nounOf(name: string): string {
  return name.split(".")[0] ?? name;
}

function navOf(group: string, contracts: readonly Contract[]): string {
  const items = contracts.map(
    ({name, kind}) =>
      `<li><a href="#${name}">${escape(name)}</a>${kind === "write" ? " <small>write</small>" : ""}</li>`
  );
  return `<h2>${escape(group)}</h2><ul>${items.join("")}</ul>`;
}

function operationOf(contract: Contract, origin: string): string {
  const {name, kind, summary, description, examples = []} = contract;
  const url = routeOf(name);
  const parameters = parametersOf(contract);
  return `<article id="${name}">
<h3>${escape(name)} <span class="role">${roleFor(contract)}</span></h3>
<p>${escape(summary)}</p>
${(description ?? "")
  .split("\n\n")
  .filter((text) => text !== "")
  .map((text) => `<p class="more">${escape(text)}</p>`)
  .join("\n")}
<p class="routes">${routesOf(kind, url, name)}</p>
${parameters.length === 0 ? '<p class="more">It takes no input.</p>' : tableOf(parameters)}
<h4>Try it</h4>
<pre><code>${escape(curlOf(contract, parameters, `${origin}${url}`))}</code></pre>
${examples.length === 0 ? "" : `<h4>On the command line</h4>\n<pre><code>${examples.map(({command, remark}) => `<span class="remark"># ${escape(remark)}</span>\nashlar ${escape(command)}`).join("\n")}</code></pre>`}
</article>`;
}

function routesOf(kind: Contract["kind"], url: string, name: string): string {
  const route = (method: string, address: string): string =>
    `<span class="method ${method.toLowerCase()}">${method}</span> <code>${escape(address)}</code>`;
  if (kind === "read") return `${route("GET", url)}<br>${route("POST", `${url}/query`)}`;
  return name === "ingest"
    ? `${route("POST", url)}<br>${route("POST", `${url}/upload`)} <small>multipart/form-data: file, source, …</small>`
    : route("POST", url);
}

function tableOf(parameters: readonly Parameter[]): string {
  const rows = parameters.map(({field, kind, choices, description, initial, required}) => {
    const type =
      choices.length > 0 ? choices.map((choice) => `<code>${escape(choice)}</code>`).join(" ") : escape(kindText[kind]);
    const fallback = required
      ? "<strong>required</strong>"
      : initial === undefined || isEmpty(initial)
        ? ""
        : `<code>${escape(JSON.stringify(initial))}</code>`;
    return `<tr><td><code>${escape(field)}</code></td><td>${kind === "list" && choices.length > 0 ? "list of " : ""}${type}</td><td>${fallback}</td><td>${escape(description)}</td></tr>`;
  });
  return `<div class="wide"><table><thead><tr><th scope="col">Input</th><th scope="col">Kind</th><th scope="col">Default</th><th scope="col">What it is</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

const kindText: Readonly<Record<Parameter["kind"], string>> = {
  flag: "true or false",
  text: "text",
  integer: "whole number",
  number: "number",
  list: "list",
  map: "object (JSON)",
  json: "JSON"
};

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function curlOf({name, kind}: Contract, parameters: readonly Parameter[], url: string): string {
  const needed = parameters.filter(({required}) => required);
  if (kind === "read") {
    const sample =
      name === "cost"
        ? "?by=service&window=30d"
        : name === "rows"
          ? "?window=30d&limit=20"
          : needed.length === 0
            ? ""
            : `?${needed.map(({field}) => `${field}=${sampleOf(field)}`).join("&")}`;
    return `curl '${url}${sample}'`;
  }
  if (name === "ingest") return `curl '${url}/upload' -F source=aws-prod -F file=@october.csv.gz`;
  const body = {
    ...Object.fromEntries(
      needed.map(({field, kind: of}) => [field, of === "list" ? [sampleOf(field)] : sampleOf(field)])
    ),
    ...(parameters.some(({field}) => field === "dryRun") ? {dryRun: true} : {})
  };
  return `curl '${url}' -H 'content-type: application/json' \\\n  -d '${JSON.stringify(body)}'`;
}

const samples: Readonly<Record<string, string>> = {
  snapshot: "01JABCDEF",
  question: "by=service&window=30d",
  file: "rates.csv"
};

function sampleOf(field: string): string {
  return samples[field] ?? field.toUpperCase();
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
