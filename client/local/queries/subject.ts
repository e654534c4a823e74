import { type PaintboxDatabase, readState } from "../database.ts";
import type { AnyFields } from "../../../shared/estimate/record.ts";
import type { Local } from "../local.ts";
import type { Target } from "../rows.ts";

/** Where a person would look for a record. Names are known of removed records too, ids lead to living ones only. */
export interface Subject {
  /** The estimate to open; for a customer the newest of theirs. */
  readonly estimateId: string | null;
  readonly areaId: string | null;
  readonly customerName: string;
  readonly areaName: string;
  /** A surface's key in the price book; empty for everything else. */
  readonly substrate: string;
  /** What a line beside the surfaces is called, its kind, and its add-on in the price book; empty for everything else. */
  readonly itemLabel: string;
  readonly itemKind: string;
  readonly addOn: string;
  /** Where the job is. */
  readonly street: string;
  readonly city: string;
  readonly priceBookId: string | null;
}

/**
 * Finds what a conflict or a refused edit is about.
 *
 * @param estimateId as the edit names it; null or empty for a customer's.
 */
export async function readSubject(
  { database }: Local,
  target: Target,
  estimateId: string | null,
): Promise<Subject> {
  const fields = (await readState(database, target))?.fields ?? {};
  const areaKey = target.entity === "area" ? target.id : text(fields, "areaId");
  const estimateKey = await estimateOf(database, target, estimateId ?? text(fields, "estimateId"));
  const [area, estimate] = await Promise.all([
    readState(database, { entity: "area", id: areaKey }),
    readState(database, { entity: "estimate", id: estimateKey }),
  ]);
  const customerKey =
    target.entity === "customer" ? target.id : text(estimate?.fields ?? {}, "customerId");
  const customer = await readState(database, { entity: "customer", id: customerKey });
  const priceBookId = text(estimate?.fields ?? {}, "priceBookId");
  return {
    estimateId: estimate && !estimate.deleted ? estimateKey : null,
    areaId: area && !area.deleted ? areaKey : null,
    customerName: text(customer?.fields ?? {}, "name"),
    areaName: text(area?.fields ?? {}, "name"),
    substrate: target.entity === "surface" ? text(fields, "substrate") : "",
    itemLabel: target.entity === "item" ? text(fields, "label") : "",
    itemKind: target.entity === "item" ? text(fields, "kind") : "",
    addOn: target.entity === "item" ? text(fields, "addOn") : "",
    street: text(estimate?.fields ?? {}, "street"),
    city: text(estimate?.fields ?? {}, "city"),
    priceBookId: priceBookId === "" ? null : priceBookId,
  };
}

async function estimateOf(
  database: PaintboxDatabase,
  { entity, id }: Target,
  named: string,
): Promise<string> {
  if (entity === "estimate") return id;
  if (entity !== "customer") return named;
  const theirs = await database.estimate.where("customerId").equals(id).sortBy("createdAt");
  return theirs.at(-1)?.id ?? "";
}

function text(fields: AnyFields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
