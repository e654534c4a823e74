/** All objects of the sandbox org, found by name (in any case, as in Salesforce) or by id prefix. */
import { pricebook, pricebookEntry, product } from "./catalogue.ts";
import { account, contact, lead } from "./customers.ts";
import type { Field, Reference } from "./field.ts";
import { organization, profile, task, user, userRole } from "./people.ts";
import { quote, quoteLineItem } from "./quotes.ts";
import { opportunity, opportunityContactRole, opportunityLineItem } from "./sales.ts";
import type { SObject } from "./sobject.ts";

/** In an order in which parents come before their children. */
export const sobjects: readonly SObject[] = [
  organization,
  profile,
  userRole,
  user,
  account,
  contact,
  product,
  pricebook,
  pricebookEntry,
  opportunity,
  opportunityContactRole,
  opportunityLineItem,
  quote,
  quoteLineItem,
  lead,
  task,
];

const byName = new Map(sobjects.map((object) => [object.name.toLowerCase(), object]));
const byPrefix = new Map(sobjects.map((object) => [object.keyPrefix, object]));
const fieldsOf = new Map(
  sobjects.map((object) => [
    object.name,
    new Map(object.fields.map((field) => [field.name.toLowerCase(), field])),
  ]),
);

/** The object of this name, whatever its case. */
export function findObject(name: string): SObject | undefined {
  return byName.get(name.toLowerCase());
}

/** The object whose ids begin like this one. */
export function findObjectOfId(id: string): SObject | undefined {
  return byPrefix.get(id.slice(0, 3));
}

/** The field of this name, whatever its case. */
export function findField(object: SObject, name: string): Field | undefined {
  return fieldsOf.get(object.name)?.get(name.toLowerCase());
}

/** The reference field behind a relationship name: `Account` finds `AccountId`. */
export function findParent(
  object: SObject,
  relationship: string,
): (Field & { reference: Reference }) | undefined {
  const wanted = relationship.toLowerCase();
  for (const field of object.fields) {
    const { reference } = field;
    if (reference?.name.toLowerCase() === wanted) return { ...field, reference };
  }
  return undefined;
}

export type ChildRelationship = {
  readonly object: SObject;
  readonly field: Field;
  readonly reference: Reference;
};

const childrenOf = new Map(
  sobjects.map((parent) => [
    parent.name,
    sobjects.flatMap((object) =>
      object.fields.flatMap((field): ChildRelationship[] =>
        field.reference?.to === parent.name ? [{ object, field, reference: field.reference }] : [],
      ),
    ),
  ]),
);

/** Every object and field that points at this object. */
export function childRelationships(object: SObject): readonly ChildRelationship[] {
  return childrenOf.get(object.name) ?? [];
}
