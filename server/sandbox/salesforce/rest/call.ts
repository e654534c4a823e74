/**
 * One call of the data API, whether it came over HTTP or as a subrequest of a composite. Handlers
 * are synchronous: a whole composite runs between two turns of the event loop, so nothing can
 * come between its parts.
 */
import type { Writer } from "../dml/write.ts";
import { isJsonObject, type JsonObject } from "../json-value.ts";
import { findObject } from "../objects/registry.ts";
import type { OrgSettings } from "../org-settings.ts";
import type { SObject } from "../objects/sobject.ts";
import { notFound, SalesforceError } from "../salesforce-error.ts";
import type { RecordStore } from "../store/record-store.ts";
import { toWireDatetime } from "../wire-time.ts";
import type { CursorStore } from "./cursors.ts";

export type RestEnvironment = {
  readonly store: RecordStore;
  readonly cursors: CursorStore;
  readonly settings: OrgSettings;
  /** Takes a record for this request. */
  readonly lock: (id: string) => void;
  readonly userId: string;
  /** The address the client reached. */
  readonly origin: string;
  readonly now: Date;
  /** API calls of the last day, this one included. */
  readonly apiUsage: number;
  /** A fault that was set for this subrequest of a composite. */
  readonly subrequestFault: (call: RestCall) => RestAnswer | undefined;
};

export type RestCall = {
  readonly method: string;
  /** `v66.0` */
  readonly version: string;
  /** Below the version, without a leading slash: `sobjects/Account/001…`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
  /** Set inside an all-or-none composite, which overrides the collection's own flag. */
  readonly forceAllOrNone?: boolean | undefined;
};

export type RestAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** The variable parts of a path, in order. */
export type PathParts = readonly string[];

export type RestHandler = (
  environment: RestEnvironment,
  call: RestCall,
  parts: PathParts,
) => RestAnswer;

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });

export function writerOf(environment: RestEnvironment, call: RestCall): Writer {
  const { store, settings, lock, userId, now } = environment;
  const allowDuplicates = /allowSave=true/i.test(call.header("Sforce-Duplicate-Rule-Header") ?? "");
  return { store, settings, lock, userId, stamp: toWireDatetime(now), allowDuplicates };
}

/** The object named in a path; Salesforce answers 404 for one it does not know. */
export function requireObject(name: string | undefined): SObject {
  const object = findObject(name ?? "");
  if (!object) throw notFound();
  return object;
}

export function requireBody(call: RestCall): JsonObject {
  if (isJsonObject(call.body)) return call.body;
  throw new SalesforceError(
    "JSON_PARSER_ERROR",
    "The HTTP entity body is required, but this request has no entity body.",
  );
}
