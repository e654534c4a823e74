import * as z from "zod/mini";
import {
  type Answer,
  answered,
  culpritOf,
  errorOfAnswer,
  errorItemSchema,
  errorOfItem,
  failed,
  type SalesforceError,
} from "./errors.ts";
import type { JsonAnswer } from "../upstream/exchange.ts";

/** The most subrequests of one composite call that may be queries or collections; of all kinds it takes 25. */
export const MAX_QUERIES_AND_COLLECTIONS = 5;
/** The most records of one collections subrequest. */
export const MAX_COLLECTION = 200;

export interface Subrequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  /** Headers of this part alone. */
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
}

/** The answer to each subrequest by its reference id, and Salesforce's clock when it answered. */
export interface CompositeAnswer {
  readonly parts: ReadonlyMap<string, Answer<unknown>>;
  /** Milliseconds, from the Date header; null when there was none. */
  readonly date: number | null;
}

const compositeSchema = z.object({
  compositeResponse: z.array(
    z.object({ body: z.unknown(), httpStatusCode: z.int(), referenceId: z.string() }),
  ),
});
const rowsSchema = z.array(
  z.object({ success: z.boolean(), errors: z.prefault(z.array(errorItemSchema), []) }),
);

/** The errors inside a collections answer, which is 200 whatever became of its rows. */
function rowErrors(body: unknown): readonly SalesforceError[] {
  const rows = z.safeParse(rowsSchema, body);
  if (!rows.success) return [];
  return rows.data.filter((row) => !row.success).flatMap((row) => row.errors.map(errorOfItem));
}

function partOf(status: number, body: unknown): Answer<unknown> {
  if (status < 200 || status >= 300) return { ok: false, error: errorOfAnswer(status, body) };
  const culprit = culpritOf(rowErrors(body));
  return culprit ? { ok: false, error: culprit } : answered(body);
}

const dateOf = (headers: Headers): number | null => {
  const milliseconds = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(milliseconds) ? null : milliseconds;
};

/**
 * Reads a composite answer: HTTP 200 even when everything in it failed.
 *
 * @param allOrNone then one failed part fails the whole, with the error that caused the rollback.
 */
export function readComposite(answer: JsonAnswer, allOrNone: boolean): Answer<CompositeAnswer> {
  const parsed = z.safeParse(compositeSchema, answer.body);
  if (!parsed.success) return failed("unexpected", "A composite answer in an unknown shape.");
  const parts = new Map(
    parsed.data.compositeResponse.map((part) => [
      part.referenceId,
      partOf(part.httpStatusCode, part.body),
    ]),
  );
  const errors = [...parts.values()].flatMap((part) => (part.ok ? [] : [part.error]));
  const culprit = allOrNone ? culpritOf(errors) : null;
  if (culprit) return { ok: false, error: culprit };
  return answered({ parts, date: dateOf(answer.headers) });
}

/** One part of a composite answer, checked against what it must look like. */
export function partAs<S extends z.ZodMiniType>(
  answer: CompositeAnswer,
  referenceId: string,
  schema: S,
): Answer<z.infer<S>> {
  const part = answer.parts.get(referenceId);
  if (!part) return failed("unexpected", `The answer lacks the part ${referenceId}.`);
  if (!part.ok) return part;
  return checked(schema, part.value, referenceId);
}

/** Checks a body against its schema; `what` names it in the error. */
export function checked<S extends z.ZodMiniType>(
  schema: S,
  body: unknown,
  what: string,
): Answer<z.infer<S>> {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return answered(parsed.data);
  return failed("unexpected", `${what}: ${parsed.error.issues[0]?.message ?? "unknown shape"}`);
}
