import {z} from "zod";
import {catalogue} from "../../errors.ts";
import type {Contract, Operation} from "../../operation.ts";
import {roleFor} from "../../records/tokens/role.ts";
import {softwareVersion} from "../../version.ts";
import {parametersOf} from "../cli/parameter.ts";
import {forms, mediaTypes} from "./form.ts";
import {routeOf} from "./route.ts";

export type Json = {readonly [key: string]: unknown};

/** OpenAPI 3.1 of all operations, made of their contracts. */
export function openApiOf(operations: readonly Operation[]): Json {
  const contracts = operations.map(({contract}) => contract);
  return {
    openapi: "3.1.0",
    info: {
      title: "Ashlar",
      version: softwareVersion(),
      summary: "Cost and usage of technology, exact to the last digit.",
      description:
        "Every operation of Ashlar over HTTP. A read is a GET with its input in the query, or a POST of the same input as " +
        "JSON with /query behind the address: both give the same answer and the same receipt id, which is in the ETag. " +
        "A write is a POST with JSON; with an Idempotency-Key a repeated call does nothing twice, and with " +
        "Accept: application/x-ndjson its progress comes line by line. Amounts are exact decimals as text.",
      license: {name: "Apache-2.0", identifier: "Apache-2.0"}
    },
    servers: [{url: "/"}],
    security: [{bearer: []}, {}],
    tags: [...new Set(contracts.map(tagOf))].map((name) => ({name})),
    paths: {...Object.fromEntries(contracts.flatMap(pathsOf)), ...otherPaths},
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "A token of tokens.create. On this machine itself none is asked for unless the server says so."
        }
      },
      schemas: {Problem: problemSchema}
    }
  };
}

const problemSchema: Json = {
  type: "object",
  description: "What went wrong and what to do about it (RFC 9457).",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: {type: "string", format: "uri-reference"},
    title: {type: "string"},
    status: {type: "integer"},
    detail: {type: "string"},
    code: {type: "string", enum: [...Object.keys(catalogue), "unexpected"]},
    at: {
      type: "object",
      properties: {
        file: {type: "string"},
        line: {type: "integer"},
        row: {type: "integer"},
        column: {type: "string"},
        offset: {type: "integer"}
      }
    },
    remedy: {type: "string"},
    data: {},
    requestId: {type: "string"}
  }
};

const problems: Json = {
  "4XX": {description: "The call is refused", content: {"application/problem+json": {schema: ref("Problem")}}},
  "5XX": {description: "The server failed", content: {"application/problem+json": {schema: ref("Problem")}}}
};

const text = (description: string, type = "text/plain"): Json => ({
  "200": {description, content: {[type]: {schema: {type: "string"}}}},
  ...problems
});

const otherPaths: Json = {
  "/api/server": {
    get: {
      operationId: "server",
      summary: "What the server is, whose practice it serves and who calls.",
      tags: ["server"],
      responses: {"200": {description: "What it is", content: jsonContent({type: "object"})}, ...problems}
    }
  },
  "/healthz": {
    get: {
      operationId: "healthz",
      summary: "Whether the process lives.",
      tags: ["server"],
      security: [{}],
      responses: {"200": {description: "It lives", content: jsonContent({type: "object"})}}
    }
  },
  "/readyz": {
    get: {
      operationId: "readyz",
      summary: "Whether store, lake and engine are open.",
      tags: ["server"],
      security: [{}],
      responses: {
        "200": {description: "Ready", content: jsonContent({type: "object"})},
        "503": {description: "Not ready", content: jsonContent({type: "object"})}
      }
    }
  },
  "/metrics": {
    get: {
      operationId: "metrics",
      summary: "Counts and times in the words of Prometheus.",
      tags: ["server"],
      responses: text("Metrics")
    }
  },
  "/api/openapi.json": {
    get: {
      operationId: "openapi",
      summary: "This description.",
      tags: ["server"],
      security: [{}],
      responses: {"200": {description: "OpenAPI 3.1", content: jsonContent({type: "object"})}}
    }
  },
  "/api/docs": {
    get: {
      operationId: "docs",
      summary: "This description for people.",
      tags: ["server"],
      security: [{}],
      responses: text("A page", "text/html")
    }
  }
};

const idempotencyKey: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: {type: "string", minLength: 1, maxLength: 200, pattern: "^[!-~]+$"},
  description: "A call repeated with the same key within 24 hours gets the first answer and does nothing."
};

function pathsOf(contract: Contract): readonly (readonly [string, Json])[] {
  const url = routeOf(contract.name);
  const shared = {
    summary: contract.summary,
    ...(contract.description === undefined ? {} : {description: contract.description}),
    tags: [tagOf(contract)],
    "x-role": roleFor(contract),
    ...(contract.examples === undefined ? {} : {"x-commands": contract.examples})
  };
  const input = schemaOf(contract.input, "input");
  const output = schemaOf(contract.output, "input");
  if (contract.kind === "read") {
    const answers = answersOf(output);
    return [
      [
        url,
        {
          get: {
            operationId: contract.name,
            ...shared,
            parameters: [...queryOf(contract), ...formParameters(contract)],
            responses: answers
          }
        }
      ],
      [
        `${url}/query`,
        {
          post: {
            operationId: `${contract.name}.query`,
            ...shared,
            parameters: formParameters(contract),
            requestBody: {required: true, content: jsonContent(input)},
            responses: answers
          }
        }
      ]
    ];
  }
  const responses = {
    "200": {
      description: 'What was done; as NDJSON, lines of progress and then {"result": …} or {"error": …}',
      content: {...jsonContent(output), "application/x-ndjson": {schema: {type: "string"}}}
    },
    "409": {
      description: "Something of this name is there, or the Idempotency-Key is taken by another write or one that runs",
      headers: {"Retry-After": {schema: {type: "integer"}, description: "Where the first call still runs, in seconds"}},
      content: {"application/problem+json": {schema: ref("Problem")}}
    },
    ...problems
  };
  const post = {
    operationId: contract.name,
    ...shared,
    parameters: [idempotencyKey],
    requestBody: {required: true, content: jsonContent(input)},
    responses
  };
  const write: readonly [string, Json] = [url, {post}];
  return contract.name === "ingest"
    ? [write, [`${url}/upload`, {post: uploadOf(contract, input, responses)}]]
    : [write];
}

function uploadOf(contract: Contract, input: Json, responses: Json): Json {
  const {paths: _, ...fields} = input["properties"] as Json;
  const schema = {
    type: "object",
    required: ["source", "file"],
    properties: {...fields, file: {type: "array", items: {type: "string", format: "binary"}}}
  };
  return {
    operationId: "ingest.upload",
    summary: "Takes FOCUS files that are sent along: all of them are one delivery.",
    tags: [tagOf(contract)],
    "x-role": roleFor(contract),
    parameters: [idempotencyKey],
    requestBody: {required: true, content: {"multipart/form-data": {schema}}},
    responses
  };
}

function answersOf(output: Json): Json {
  const others = forms
    .filter((form) => form !== "json")
    .map((form) => [mediaTypes[form].split(";")[0] ?? "", {schema: {type: "string"}}]);
  return {
    "200": {
      description: "The answer",
      headers: {
        ETag: {schema: {type: "string"}, description: "Changes when the answer does"},
        Link: {schema: {type: "string"}, description: "The next page, where there is one (rel=next)"}
      },
      content: {...jsonContent(output), ...Object.fromEntries(others)}
    },
    "304": {description: "The answer is the one of If-None-Match"},
    ...problems
  };
}

function queryOf(contract: Contract): readonly Json[] {
  const {properties = {}} = schemaOf(contract.input, "input") as {properties?: Readonly<Record<string, Json>>};
  return parametersOf(contract).map(({field, kind, description, required}) => {
    const {description: _, ...schema} = properties[field] ?? {};
    const content =
      kind === "map" || kind === "json"
        ? {content: jsonContent(schema)}
        : {schema, ...(kind === "list" ? {style: "form", explode: true} : {})};
    return {name: field, in: "query", required, description, ...content};
  });
}

function formParameters(contract: Contract): readonly Json[] {
  const limit = {
    name: "limit",
    in: "query",
    required: false,
    description: "Rows of a page; all where it is not given",
    schema: {type: "integer", minimum: 1, maximum: 1_000_000}
  };
  return [
    ...("limit" in contract.input.shape ? [] : [limit]),
    {
      name: "cursor",
      in: "query",
      required: false,
      description: "Where the page begins, from the Link header of the one before",
      schema: {type: "string", maxLength: 200}
    },
    {
      name: "format",
      in: "query",
      required: false,
      description: "Form of the answer; Accept does the same",
      schema: {type: "string", enum: forms, default: "json"}
    }
  ];
}

function tagOf({name}: Contract): string {
  return name.split(".")[0] ?? name;
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const {$schema: _, ...rest} = z.toJSONSchema(schema, {io, unrepresentable: "any", reused: "inline"}) as Json;
  return rest;
}

function jsonContent(schema: Json): Json {
  return {"application/json": {schema}};
}

function ref(name: string): Json {
  return {$ref: `#/components/schemas/${name}`};
}
