import { type EntityName, fieldProblem, type Scalar } from "../../../shared/estimate/entities.ts";
import { centsOf, dollarsText } from "../../chrome/dollars.ts";

/** How a field is typed: what stands in the place of the field's own input while two values are compared. */
export type ValueKind =
  | "length"
  | "count"
  | "decimal"
  | "money"
  | "year"
  | "flag"
  | "coats"
  | "choice"
  | "discounts"
  | "colour"
  | "text"
  | "note";

const kinds: Readonly<Partial<Record<EntityName, Readonly<Record<string, ValueKind>>>>> = {
  customer: {
    name: "text",
    phone: "text",
    email: "text",
    street: "text",
    city: "text",
    state: "text",
    postalCode: "text",
  },
  estimate: {
    title: "text",
    street: "text",
    city: "text",
    state: "text",
    postalCode: "text",
    yearBuilt: "year",
    leadSafe: "flag",
    discounts: "discounts",
    notesForCustomer: "note",
    notesForCrew: "note",
  },
  area: {
    name: "text",
    length: "length",
    width: "length",
    height: "length",
    doors: "count",
    windows: "count",
    access: "choice",
    occupancy: "choice",
    note: "note",
  },
  surface: {
    painted: "flag",
    coats: "coats",
    quantity: "decimal",
    prep: "choice",
    prepHours: "decimal",
    product: "choice",
    sheen: "choice",
    method: "choice",
    primer: "choice",
    condition: "choice",
    colourChange: "choice",
    texture: "choice",
    colour: "colour",
  },
  item: {
    label: "text",
    quantity: "decimal",
    unitCost: "money",
    materialCost: "money",
    margin: "decimal",
    painters: "decimal",
    addOn: "choice",
    optional: "flag",
    ticked: "flag",
    group: "text",
  },
};

/** Null for what is not typed in one field: an order, a price book, prep by task. */
export const valueKind = (entity: EntityName, field: string): ValueKind | null =>
  kinds[entity]?.[field] ?? null;

/** What stands in the input at first. */
export function textOf(kind: ValueKind, value: Scalar): string {
  if (kind === "money") return dollarsText(Number(value));
  if (kind === "flag") return value === true ? "yes" : value === false ? "no" : "";
  return value === null ? "" : String(value);
}

/** Names a field of an entity. */
export interface FieldOf {
  readonly entity: EntityName;
  readonly field: string;
}

/**
 * The value that a text stands for, or `undefined` when it cannot stand in the field.
 *
 * @param standing what stands there now: a credit stays one, whatever its amount.
 */
export function typedValue(
  kind: ValueKind,
  text: string,
  { entity, field }: FieldOf,
  standing: Scalar,
): Scalar | undefined {
  const value = parsed(kind, text, standing);
  if (value === "" && fieldProblem(entity, field, null) === null) return null;
  return value === undefined || fieldProblem(entity, field, value) !== null ? undefined : value;
}

function parsed(kind: ValueKind, text: string, standing: Scalar): Scalar | undefined {
  const trimmed = text.trim();
  switch (kind) {
    case "money": {
      const cents = centsOf(trimmed);
      if (cents === null) return undefined;
      return typeof standing === "number" && standing < 0 ? -cents : cents;
    }
    case "flag":
      return trimmed === "" ? null : trimmed === "yes";
    case "count":
      return Number(trimmed);
    case "year":
    case "coats":
      return trimmed === "" ? null : Number(trimmed);
    case "length":
    case "decimal":
    case "choice":
    case "discounts":
    case "colour":
    case "text":
      return trimmed;
    case "note":
      return text;
  }
}
