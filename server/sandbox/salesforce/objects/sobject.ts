/** How a whole Salesforce object is described: its names, its key prefix, its fields. */
import { checkbox, computed, datetime, reference, type Field } from "./field.ts";

export type SObject = {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** The first three characters of every id of this object. */
  readonly keyPrefix: string;
  /** The field shown as the record's title. */
  readonly nameField: string;
  /** May clients create, change and delete records? Users and profiles are set-up data here. */
  readonly writable: boolean;
  readonly fields: readonly Field[];
};

const recordId: Field = {
  name: "Id",
  label: "Record ID",
  type: "id",
  length: 18,
  scale: 0,
  required: false,
  createable: false,
  updateable: false,
  fallback: null,
  picklist: [],
  externalId: false,
  unique: false,
};

const user = (name: string, label: string, relationship: string): Field =>
  reference(name, label, { to: "User", name: relationship }, computed);

/** The audit fields every object carries. */
const systemFields: readonly Field[] = [
  recordId,
  checkbox("IsDeleted", "Deleted", computed),
  datetime("CreatedDate", "Created Date", computed),
  user("CreatedById", "Created By ID", "CreatedBy"),
  datetime("LastModifiedDate", "Last Modified Date", computed),
  user("LastModifiedById", "Last Modified By ID", "LastModifiedBy"),
  datetime("SystemModstamp", "System Modstamp", computed),
];

export const owner: Field = reference("OwnerId", "Owner ID", { to: "User", name: "Owner" });

export type SObjectInput = Omit<SObject, "nameField" | "writable"> &
  Partial<Pick<SObject, "nameField" | "writable">>;

/** Completes a definition with the audit fields and the usual title field `Name`. */
export function defineObject(input: SObjectInput): SObject {
  return {
    nameField: "Name",
    writable: true,
    ...input,
    fields: [...systemFields, ...input.fields],
  };
}
