/**
 * How a field of a Salesforce object is described, and one short constructor for each kind.
 * The constructors keep the object definitions readable as tables.
 */

export type FieldType =
  | "id"
  | "string"
  | "textarea"
  | "phone"
  | "email"
  | "picklist"
  | "reference"
  | "currency"
  | "double"
  | "percent"
  | "int"
  | "boolean"
  | "date"
  | "datetime";

/** What a stored field may hold. Dates and times are kept as the text that goes over the wire. */
export type FieldValue = string | number | boolean | null;

/** A reference to a parent record. `cascade` deletes the child with its parent. */
export type Reference = {
  readonly to: string;
  /** The name of the parent in SOQL and in external-id references: `Account` for `AccountId`. */
  readonly name: string;
  /** The name of the children in a subquery: `Contacts`. */
  readonly children?: string | undefined;
  readonly cascade?: boolean | undefined;
};

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Longest text in characters. */
  readonly length: number;
  /** Digits after the point; 0 for everything that is no number. */
  readonly scale: number;
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** The value a new record gets when the client sends none. */
  readonly fallback: FieldValue;
  readonly picklist: readonly string[];
  readonly externalId: boolean;
  readonly unique: boolean;
  readonly reference?: Reference | undefined;
};

type Options = Partial<
  Pick<Field, "required" | "createable" | "updateable" | "fallback" | "length">
>;

const plain = {
  length: 0,
  scale: 0,
  required: false,
  createable: true,
  updateable: true,
  fallback: null,
  picklist: [],
  externalId: false,
  unique: false,
} as const;

/** Options of a field that only Salesforce writes. */
export const computed = { createable: false, updateable: false } as const;

/** Options of a field that is fixed once the record exists. */
export const createOnly = { updateable: false } as const;

export const text = (
  name: string,
  label: string,
  length: number,
  options: Options = {},
): Field => ({
  ...plain,
  name,
  label,
  type: "string",
  length,
  ...options,
});

export const longText = (name: string, label: string, length: number): Field => ({
  ...plain,
  name,
  label,
  type: "textarea",
  length,
});

export const phone = (name: string, label: string): Field => ({
  ...plain,
  name,
  label,
  type: "phone",
  length: 40,
});

export const email = (name: string, label: string): Field => ({
  ...plain,
  name,
  label,
  type: "email",
  length: 80,
});

/** A restricted picklist: a value outside `values` is refused. */
export const picklist = (
  name: string,
  label: string,
  values: readonly string[],
  options: Options = {},
): Field => ({
  ...plain,
  name,
  label,
  type: "picklist",
  length: 255,
  picklist: values,
  ...options,
});

export const reference = (
  name: string,
  label: string,
  to: Reference,
  options: Options = {},
): Field => ({
  ...plain,
  name,
  label,
  type: "reference",
  length: 18,
  reference: to,
  ...options,
});

/** Money with two digits after the point. */
export const currency = (name: string, label: string, options: Options = {}): Field => ({
  ...plain,
  name,
  label,
  type: "currency",
  scale: 2,
  ...options,
});

export const decimal = (
  name: string,
  label: string,
  scale: number,
  options: Options = {},
): Field => ({
  ...plain,
  name,
  label,
  type: "double",
  scale,
  ...options,
});

export const percent = (name: string, label: string, options: Options = {}): Field => ({
  ...plain,
  name,
  label,
  type: "percent",
  scale: 2,
  ...options,
});

export const integer = (name: string, label: string, options: Options = {}): Field => ({
  ...plain,
  name,
  label,
  type: "int",
  ...options,
});

export const checkbox = (name: string, label: string, options: Options = {}): Field => ({
  ...plain,
  name,
  label,
  type: "boolean",
  fallback: false,
  ...options,
});

export const date = (name: string, label: string, options: Options = {}): Field => ({
  ...plain,
  name,
  label,
  type: "date",
  ...options,
});

export const datetime = (name: string, label: string, options: Options = {}): Field => ({
  ...plain,
  name,
  label,
  type: "datetime",
  ...options,
});

/**
 * The one custom field Paintbox needs in an org: Text(36), External ID, Unique, case-insensitive.
 * It carries the estimate's own id, which makes every write repeatable.
 */
export const paintboxId: Field = {
  ...plain,
  name: "Paintbox_Id__c",
  label: "Paintbox Id",
  type: "string",
  length: 36,
  externalId: true,
  unique: true,
};
