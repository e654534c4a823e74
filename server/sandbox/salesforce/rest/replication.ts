/** /sobjects/X/updated and /deleted: which records changed or went between two moments. */
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { StoredRecord } from "../store/record-store.ts";
import { parseDatetime, toWireDatetime } from "../wire-time.ts";
import {
  ok,
  requireObject,
  type RestCall,
  type RestEnvironment,
  type RestHandler,
} from "./call.ts";

const dayMs = 86_400_000;

/** How far back Salesforce keeps the two logs. */
const reachDays = { deleted: 15, updated: 30 } as const;

export const updated: RestHandler = (environment, call, [name]) => {
  const span = readSpan(environment, call, reachDays.updated);
  const ids = inSpan(environment, requireObject(name), span, false).map((record) => record.Id);
  return ok({ ids, latestDateCovered: toWireDatetime(span.end) });
};

export const deleted: RestHandler = (environment, call, [name]) => {
  const object = requireObject(name);
  const span = readSpan(environment, call, reachDays.deleted);
  return ok({
    deletedRecords: inSpan(environment, object, span, true).map((record) => ({
      id: record.Id,
      deletedDate: record["SystemModstamp"],
    })),
    earliestDateAvailable: toWireDatetime(
      new Date(environment.now.getTime() - reachDays.deleted * dayMs),
    ),
    latestDateCovered: toWireDatetime(span.end),
  });
};

type Span = { readonly start: Date; readonly end: Date };

/** Both ends lose their seconds, as in Salesforce, and must then be more than nothing apart. */
function readSpan(environment: RestEnvironment, call: RestCall, reach: number): Span {
  const start = readMinute(call, "start");
  const end = readMinute(call, "end");
  if (end <= start) {
    throw new SalesforceError(
      "INVALID_REPLICATION_DATE",
      "endDate must be at least one minute greater than startDate",
    );
  }
  if (start.getTime() < environment.now.getTime() - reach * dayMs) {
    throw new SalesforceError(
      "INVALID_REPLICATION_DATE",
      `startDate is more than ${reach} days ago`,
    );
  }
  return { start, end };
}

function readMinute(call: RestCall, name: string): Date {
  const text = call.query.get(name);
  if (text === null) throw new SalesforceError("MISSING_ARGUMENT", `${name} is required`);
  // An unescaped plus sign of the zone arrives as a space.
  const time = parseDatetime(text.replace(" ", "+"));
  if (!time)
    throw new SalesforceError(
      "INVALID_REPLICATION_DATE",
      `${name} is not a date and time: ${text}`,
    );
  time.setUTCSeconds(0, 0);
  return time;
}

function inSpan(
  { store }: RestEnvironment,
  object: SObject,
  span: Span,
  gone: boolean,
): readonly StoredRecord[] {
  const start = toWireDatetime(span.start);
  const end = toWireDatetime(span.end);
  return [...store.all(object)].filter((record) => {
    const stamp = String(record["SystemModstamp"]);
    return (record["IsDeleted"] === true) === gone && stamp >= start && stamp < end;
  });
}
