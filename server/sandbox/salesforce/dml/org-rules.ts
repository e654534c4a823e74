/** The rules that an administrator gave the org: duplicates, validation, picklist values taken away. */
import type { OrgSettings } from "../org-settings.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";

export type RuleContext = {
  readonly store: RecordStore;
  readonly settings: OrgSettings;
  /** Sforce-Duplicate-Rule-Header: allowSave=true. */
  readonly allowDuplicates: boolean;
};

/** Refuses a record about to be saved; `before` is undefined for a new one. */
export function applyOrgRules(
  context: RuleContext,
  object: SObject,
  draft: StoredRecord,
  before?: StoredRecord,
): void {
  refuseRemovedValues(context.settings, object, draft, before);
  refuseInvalid(context.settings, object, draft);
  if (!before) refuseDuplicateRecords(context, object, draft);
}

function refuseRemovedValues(
  { removedPicklistValues }: OrgSettings,
  object: SObject,
  draft: StoredRecord,
  before?: StoredRecord,
): void {
  for (const { object: name, field, value } of removedPicklistValues) {
    if (name !== object.name || draft[field] !== value || before?.[field] === value) continue;
    throw new SalesforceError(
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
      `${field}: bad value for restricted picklist field: ${value}`,
      400,
      [field],
    );
  }
}

function refuseInvalid(
  { validationRules }: OrgSettings,
  object: SObject,
  draft: StoredRecord,
): void {
  for (const { object: name, field, matches, message } of validationRules) {
    if (name !== object.name || !new RegExp(matches).test(String(draft[field] ?? ""))) continue;
    throw new SalesforceError("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, 400, [field]);
  }
}

function refuseDuplicateRecords(
  { store, settings, allowDuplicates }: RuleContext,
  object: SObject,
  draft: StoredRecord,
): void {
  for (const rule of settings.duplicateRules) {
    if (rule.object !== object.name) continue;
    if (rule.action === "alert" && allowDuplicates) continue;
    const alike = [...store.all(object)].filter(
      (record) =>
        record["IsDeleted"] !== true &&
        record.Id !== draft.Id &&
        rule.fields.every((field) => isAlike(record[field], draft[field])),
    );
    if (alike.length === 0) continue;
    throw new SalesforceError("DUPLICATES_DETECTED", "Use one of these records?", 400, [], {
      [rule.spelling]: duplicateResult(object, rule.action, alike),
    });
  }
}

const isAlike = (one: unknown, other: unknown): boolean =>
  typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();

const duplicateResult = (
  object: SObject,
  action: "alert" | "block",
  alike: readonly StoredRecord[],
) => ({
  allowSave: action === "alert",
  duplicateRule: `Standard_${object.name}_Duplicate_Rule`,
  duplicateRuleEntityType: object.name,
  errorMessage: "Use one of these records?",
  matchResults: [
    {
      entityType: object.name,
      errors: [],
      matchEngine: "ExactMatchEngine",
      matchRecords: alike.map(({ Id }) => ({
        additionalInformation: [],
        fieldDiffs: [],
        matchConfidence: 100,
        record: { attributes: { type: object.name }, Id },
      })),
      rule: `Standard_${object.name}_Match_Rule`,
      size: alike.length,
      success: true,
    },
  ],
});
