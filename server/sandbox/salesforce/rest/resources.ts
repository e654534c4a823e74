/** The table of REST resources, and the dispatch of a call to its handler. */
import { isQuoteObject } from "../objects/quotes.ts";
import { identityUrl } from "../oauth/profile.ts";
import { notFound, SalesforceError } from "../salesforce-error.ts";
import {
  ok,
  type RestAnswer,
  type RestCall,
  type RestEnvironment,
  type RestHandler,
} from "./call.ts";
import { createMany, deleteMany, retrieveMany, updateMany, upsertMany } from "./collections.ts";
import { composite } from "./composite.ts";
import { describe, describeBasic, describeGlobal } from "./describe.ts";
import { limits } from "./limits.ts";
import { query, queryAll, queryMore } from "./query.ts";
import * as records from "./records.ts";
import { deleted, updated } from "./replication.ts";
import { parameterizedSearch } from "./search.ts";
import { search } from "./sosl.ts";

type Resource = {
  readonly path: readonly string[];
  readonly methods: Readonly<Record<string, RestHandler>>;
};

const resource = (path: string, methods: Resource["methods"]): Resource => ({
  path: path.split("/"),
  methods,
});

/** `*` stands for one segment. Fixed segments come before the variable ones they could be taken for. */
const resources: readonly Resource[] = [
  resource("", { GET: listResources }),
  resource("limits", { GET: limits }),
  resource("query", { GET: query }),
  resource("query/*", { GET: queryMore }),
  resource("queryAll", { GET: queryAll }),
  resource("queryAll/*", { GET: queryMore }),
  resource("search", { GET: search }),
  resource("parameterizedSearch", { GET: parameterizedSearch }),
  resource("composite", { POST: (environment, call) => composite(environment, call, dispatch) }),
  resource("composite/sobjects", { POST: createMany, PATCH: updateMany, DELETE: deleteMany }),
  resource("composite/sobjects/*", { GET: retrieveMany, POST: retrieveMany }),
  resource("composite/sobjects/*/*", { PATCH: upsertMany }),
  resource("sobjects", { GET: describeGlobal }),
  resource("sobjects/*", { GET: describeBasic, POST: records.create }),
  resource("sobjects/*/describe", { GET: describe }),
  resource("sobjects/*/deleted", { GET: deleted }),
  resource("sobjects/*/updated", { GET: updated }),
  resource("sobjects/*/*", {
    GET: records.retrieve,
    PATCH: records.update,
    DELETE: records.remove,
  }),
  resource("sobjects/*/*/*", {
    GET: records.retrieveByExternalId,
    PATCH: records.upsert,
    DELETE: records.removeByExternalId,
  }),
];

/** Answers a call; a refusal becomes its error body, and leaves no change behind. */
export function dispatch(environment: RestEnvironment, call: RestCall): RestAnswer {
  const mark = environment.store.mark();
  try {
    const segments = splitPath(call.path);
    const found = resources.find(({ path }) => matches(path, segments));
    if (!found) throw notFound();
    if (environment.settings.quotes === "off" && segments.slice(1, 3).some(isQuoteObject))
      throw notFound();
    const handler = found.methods[call.method === "HEAD" ? "GET" : call.method];
    if (!handler) throw methodNotAllowed(call.method, Object.keys(found.methods));
    return handler(
      environment,
      call,
      segments.filter((_segment, index) => found.path[index] === "*"),
    );
  } catch (error) {
    environment.store.undoTo(mark);
    if (!(error instanceof SalesforceError)) throw error;
    return { status: error.status, body: [error.toBody()] };
  }
}

function splitPath(path: string): readonly string[] {
  const trimmed = path.replaceAll(/^\/+|\/+$/g, "");
  try {
    return trimmed.split("/").map(decodeURIComponent);
  } catch {
    throw notFound();
  }
}

function matches(path: readonly string[], segments: readonly string[]): boolean {
  return (
    path.length === segments.length &&
    path.every((part, index) => part === "*" || part === segments[index])
  );
}

function methodNotAllowed(method: string, allowed: readonly string[]): SalesforceError {
  return new SalesforceError(
    "METHOD_NOT_ALLOWED",
    `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(",")}`,
    405,
  );
}

/** The paths of this version, and the identity URL, by which a client finds out who it is. */
function listResources({ origin, userId }: RestEnvironment, { version }: RestCall): RestAnswer {
  const names = [
    "composite",
    "limits",
    "parameterizedSearch",
    "query",
    "queryAll",
    "search",
    "sobjects",
  ];
  const urls = names.map((name) => [name, `/services/data/${version}/${name}`] as const);
  return ok({ ...Object.fromEntries(urls), identity: identityUrl(origin, userId) });
}
