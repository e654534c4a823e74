/** /sobjects and /sobjects/X/describe: what objects and fields this org has. */
import type { Field } from "../objects/field.ts";
import { isQuoteObject } from "../objects/quotes.ts";
import { childRelationships, sobjects } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import type { OrgSettings } from "../org-settings.ts";
import { ok, requireObject, type RestHandler } from "./call.ts";

export const describeGlobal: RestHandler = ({ settings }, call) =>
  ok({
    encoding: "UTF-8",
    maxBatchSize: 200,
    sobjects: sobjects
      .filter(({ name }) => settings.quotes === "on" || !isQuoteObject(name))
      .map((object) => describeHead(object, call.version)),
  });

export const describeBasic: RestHandler = (_environment, call, [name]) =>
  ok({ objectDescribe: describeHead(requireObject(name), call.version), recentItems: [] });

export const describe: RestHandler = ({ settings }, call, [name]) => {
  const object = requireObject(name);
  return ok({
    ...describeHead(object, call.version),
    fields: object.fields.map((field) => describeField(settings, object, field)),
    childRelationships: childRelationships(object).map(({ object: child, field, reference }) => ({
      cascadeDelete: reference.cascade ?? false,
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      relationshipName: reference.children ?? null,
      restrictedDelete: false,
    })),
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: "Master",
      },
    ],
  });
};

function describeHead(object: SObject, version: string) {
  const base = `/services/data/${version}/sobjects/${object.name}`;
  const { name, label, labelPlural, keyPrefix, writable } = object;
  return {
    name,
    label,
    labelPlural,
    keyPrefix,
    custom: false,
    createable: writable,
    updateable: writable,
    deletable: writable,
    undeletable: false,
    queryable: true,
    retrieveable: true,
    replicateable: true,
    searchable: true,
    layoutable: true,
    triggerable: true,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
  };
}

const numberTypes: ReadonlySet<Field["type"]> = new Set(["currency", "double", "percent", "int"]);

function describeField(settings: OrgSettings, object: SObject, field: Field) {
  const removed = new Set(
    settings.removedPicklistValues
      .filter((each) => each.object === object.name && each.field === field.name)
      .map(({ value }) => value),
  );
  const isNumber = numberTypes.has(field.type);
  const isLongText = field.type === "textarea" && field.length > 255;
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    length: field.length,
    precision: isNumber ? 18 : 0,
    scale: field.scale,
    custom: field.name.endsWith("__c"),
    nillable: !field.required && field.type !== "boolean" && field.type !== "id",
    createable: object.writable && field.createable,
    updateable: object.writable && field.updateable,
    calculated: false,
    defaultedOnCreate: field.fallback !== null || field.name === "OwnerId",
    defaultValue: field.fallback,
    externalId: field.externalId,
    idLookup: field.externalId || field.type === "id",
    unique: field.unique,
    caseSensitive: false,
    nameField: field.name === object.nameField,
    autoNumber: field.name === "QuoteNumber" || field.name === "LineNumber",
    filterable: !isLongText,
    sortable: !isLongText,
    groupable: !isLongText && !isNumber,
    restrictedPicklist: field.type === "picklist",
    picklistValues: field.picklist.map((value) => ({
      active: !removed.has(value),
      defaultValue: value === field.fallback,
      label: value,
      validFor: null,
      value,
    })),
    referenceTo: field.reference ? [field.reference.to] : [],
    relationshipName: field.reference?.name ?? null,
  };
}
