import * as z from "zod/mini";
import { identifierSchema } from "../../identifiers.ts";
import { dayText } from "../book/numbers.ts";
import { isMembers } from "../known-keys.ts";
import { priceBookSchema } from "../price-book.ts";
import { type EstimateFault, estimateFault } from "./estimate-fault.ts";
import { faultsOfIssues, readSentEstimate } from "./read-sent-estimate.ts";
import { type SentEstimate, sentEstimateSchema } from "./sent-estimate.ts";

/** What is asked of a calculation: which estimate, with which price book, and how much is to be explained. */

const estimateById = z.strictObject({
  id: identifierSchema,
  /** The day where the job is; missing: the day it is at the server, in UTC. An accepted estimate keeps its own. */
  day: z.optional(dayText),
});
const bookById = z.strictObject({ id: identifierSchema });

/** The whole of a request's body. `readCalculation` reads the same, and says more of what is wrong. */
export const calculationSchema = z.strictObject({
  estimate: z.union([identifierSchema, estimateById, sentEstimateSchema]),
  /** Missing: the one that the estimate names, or else the company's current one. */
  priceBook: z.optional(z.union([identifierSchema, bookById, priceBookSchema])),
  /** Whether every figure explains itself. */
  trace: z.optional(z.boolean()),
});

export interface Calculation {
  readonly estimate:
    | { readonly kind: "id"; readonly id: string; readonly day: string | null }
    | { readonly kind: "value"; readonly sent: SentEstimate };
  readonly priceBook:
    | { readonly kind: "id"; readonly id: string }
    /** Not checked yet. */
    | { readonly kind: "value"; readonly document: unknown }
    | null;
  readonly trace: boolean;
}

/** What is wrong with a request, and whether it is the estimate or what is around it. */
export interface CalculationFaults {
  readonly in: "request" | "estimate";
  readonly faults: readonly EstimateFault[];
}

export type ReadCalculation =
  | { readonly ok: true; readonly value: Calculation }
  | { readonly ok: false; readonly error: CalculationFaults };

type Read<T> = { readonly ok: true; readonly value: T } | Extract<ReadCalculation, { ok: false }>;

const refused = (
  where: CalculationFaults["in"],
  faults: readonly EstimateFault[],
): Extract<ReadCalculation, { ok: false }> => ({ ok: false, error: { in: where, faults } });

/** What only names a record: its id as it stands, or an object of nothing but these members. */
function isReference(value: unknown, names: readonly string[]): boolean {
  if (typeof value === "string") return true;
  return (
    isMembers(value) &&
    Object.hasOwn(value, "id") &&
    Object.keys(value).every((name) => names.includes(name))
  );
}

function referenceIn<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  member: "estimate" | "priceBook",
): Read<T> {
  const whole = typeof value === "string" ? { id: value } : value;
  const read = z.safeParse(schema, whole, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  const faults = faultsOfIssues(read.error.issues);
  return refused(
    "request",
    faults.map((fault) => ({ ...fault, path: `${member}.${fault.path}` })),
  );
}

function readEstimate(value: unknown): Read<Calculation["estimate"]> {
  if (isReference(value, ["id", "day"])) {
    const read = referenceIn(estimateById, value, "estimate");
    if (!read.ok) return read;
    return { ok: true, value: { kind: "id", id: read.value.id, day: read.value.day ?? null } };
  }
  const read = readSentEstimate(value);
  if (!read.ok) return refused("estimate", read.error);
  return { ok: true, value: { kind: "value", sent: read.value } };
}

function readPriceBook(value: unknown): Read<Calculation["priceBook"]> {
  if (value === undefined) return { ok: true, value: null };
  if (!isReference(value, ["id"])) return { ok: true, value: { kind: "value", document: value } };
  const read = referenceIn(bookById, value, "priceBook");
  return read.ok ? { ok: true, value: { kind: "id", id: read.value.id } } : read;
}

const members: ReadonlySet<string> = new Set(["estimate", "priceBook", "trace"]);

/** What is wrong around the estimate and the price book. */
function requestFaults(body: Readonly<Record<string, unknown>>): readonly EstimateFault[] {
  const faults: EstimateFault[] = [];
  const strange = Object.keys(body).filter((name) => !members.has(name));
  if (strange.length > 0) {
    faults.push(estimateFault("unknown_field", "", strange.slice(0, 5).join(", ")));
  }
  if (body["estimate"] === undefined) faults.push(estimateFault("missing", "estimate"));
  const { trace } = body;
  if (trace !== undefined && typeof trace !== "boolean") {
    faults.push(estimateFault("not_yes_or_no", "trace", trace));
  }
  return faults;
}

/**
 * Reads a request's body. The price book is left to whoever prices: reading one takes longer than all else.
 *
 * Takes a time bounded by the size of the body, and never throws.
 */
export function readCalculation(body: unknown): ReadCalculation {
  if (!isMembers(body)) return refused("request", [estimateFault("not_an_object", "", body)]);
  const faults = requestFaults(body);
  if (faults.length > 0) return refused("request", faults);
  const estimate = readEstimate(body["estimate"]);
  if (!estimate.ok) return estimate;
  const priceBook = readPriceBook(body["priceBook"]);
  if (!priceBook.ok) return priceBook;
  return {
    ok: true,
    value: { estimate: estimate.value, priceBook: priceBook.value, trace: body["trace"] === true },
  };
}
