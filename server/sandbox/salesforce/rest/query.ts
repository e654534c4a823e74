/** /query, /queryAll and the pages that follow. */
import { isQuoteObject } from "../objects/quotes.ts";
import { SalesforceError } from "../salesforce-error.ts";
import { parseQuery } from "../soql/parser.ts";
import { runQuery } from "../soql/run.ts";
import {
  ok,
  type RestAnswer,
  type RestCall,
  type RestEnvironment,
  type RestHandler,
} from "./call.ts";
import type { Page } from "./cursors.ts";

/** Rows in a page unless the client asks for fewer; the least it may ask for is 200. */
const pageSizes = { least: 200, most: 2_000 } as const;

export const query: RestHandler = (environment, call) => answerQuery(environment, call, false);

export const queryAll: RestHandler = (environment, call) => answerQuery(environment, call, true);

export const queryMore: RestHandler = (environment, call, [position = ""]) =>
  ok(render(environment.cursors.fetch(position), call));

function answerQuery(
  environment: RestEnvironment,
  call: RestCall,
  includeDeleted: boolean,
): RestAnswer {
  const soql = call.query.get("q");
  if (soql === null || soql.trim() === "") {
    throw new SalesforceError("MALFORMED_QUERY", "A query string has to be specified");
  }
  const { store, settings, now } = environment;
  const parsed = parseQuery(soql);
  if (settings.quotes === "off" && isQuoteObject(parsed.from.text))
    throw notSupported(parsed.from.text);
  const result = runQuery({ store, now, version: call.version, includeDeleted }, parsed);
  if (parsed.countOnly) return ok({ totalSize: result.totalSize, done: true, records: [] });
  return ok(
    render(environment.cursors.open(result.records, pageSize(call, settings.pageRows)), call),
  );
}

function pageSize(call: RestCall, pageRows: number): number {
  const asked = /batchSize=(\d+)/.exec(call.header("Sforce-Query-Options") ?? "")?.[1];
  const most = Math.min(pageSizes.most, pageRows);
  return asked === undefined ? most : Math.min(most, Math.max(pageSizes.least, Number(asked)));
}

const notSupported = (name: string): SalesforceError =>
  new SalesforceError("INVALID_TYPE", `sObject type '${name}' is not supported.`);

function render(page: Page, call: RestCall) {
  const { totalSize, records, next } = page;
  if (next === undefined) return { totalSize, done: true, records };
  return {
    totalSize,
    done: false,
    nextRecordsUrl: `/services/data/${call.version}/query/${next}`,
    records,
  };
}
