import type { TaskKind } from "../../../shared/salesforce/tasks.ts";
import type { SalesforceError, SalesforceErrorCode } from "../errors.ts";

/** Why Salesforce does not take an estimate, and what of it a person needs to see in order to settle it. */
export interface Refusal {
  readonly kind: TaskKind;
  /** The whole of it in English, for the person who can do something about it. */
  readonly message: string;
  /** Salesforce's own words where it had some. */
  readonly said: string;
  readonly fields: readonly string[];
  /** Ids of the records that a duplicate rule found. */
  readonly matches: readonly string[];
  /** Whether the rule lets it in when we insist. */
  readonly canOverride: boolean;
}

/** A refusal that we found out ourselves. */
export const ownRefusal = (kind: TaskKind, message: string): Refusal => ({
  kind,
  message,
  said: message,
  fields: [],
  matches: [],
  canOverride: false,
});

const AGAIN = "Then send it again.";

type Sentence = (error: SalesforceError, fields: string) => string;

const gone: Sentence = (error) =>
  `Something this estimate belongs to is no longer in Salesforce: ${error.message} Choose the customer again. ${AGAIN}`;

const sentences: { readonly [C in SalesforceErrorCode]?: Sentence } = {
  duplicates_detected: () =>
    `Salesforce already has a customer like this one. Use that one, or make ours as a new one. ${AGAIN}`,
  ambiguous_external_id: () =>
    `Salesforce has several records for this estimate: Paintbox_Id__c is not unique there. An administrator has to make it unique. ${AGAIN}`,
  row_locked: () =>
    `Others have been holding this customer's records in Salesforce for a while. An import or an automation may be running. ${AGAIN}`,
  not_found: gone,
  deleted: gone,
  forbidden: (error, fields) =>
    `The integration user may not write this in Salesforce: ${error.message}${fields}. An administrator has to allow it. ${AGAIN}`,
};

const kinds: { readonly [C in SalesforceErrorCode]?: TaskKind } = {
  duplicates_detected: "duplicate",
  ambiguous_external_id: "ambiguous",
  row_locked: "locked",
  not_found: "gone",
  deleted: "gone",
  forbidden: "not_allowed",
};

/** What Salesforce's own codes say where ours do not tell enough. */
const kindsByReason: Readonly<Record<string, TaskKind>> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: "validation",
  REQUIRED_FIELD_MISSING: "validation",
  STRING_TOO_LONG: "validation",
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: "picklist",
  INVALID_CROSS_REFERENCE_KEY: "gone",
};

function kindOf({ code, reason }: SalesforceError): TaskKind {
  const byReason = kindsByReason[reason ?? ""];
  if (code === "setup_changed") return byReason ?? "price_entry";
  return kinds[code] ?? byReason ?? "other";
}

/** What a person is told of an error that trying again does not cure. */
export function refusalOf(error: SalesforceError): Refusal {
  const { message, fields, matches, canOverride } = error;
  return {
    kind: kindOf(error),
    message: refusalMessage(error),
    said: message,
    fields,
    matches,
    canOverride,
  };
}

function refusalMessage(error: SalesforceError): string {
  const fields = error.fields.length > 0 ? ` (${error.fields.join(", ")})` : "";
  const sentence = sentences[error.code];
  if (sentence) return sentence(error, fields);
  return `Salesforce refused it: ${error.message}${fields}. Correct it in Salesforce or here. ${AGAIN}`;
}

const money = (cents: number): string =>
  (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });

/** When Salesforce worked out another sum than the customer agreed to. */
export const totalDiffers = (what: string, theirs: number | null, ours: number): Refusal =>
  ownRefusal(
    "total",
    `The ${what} in Salesforce says ${theirs === null ? "nothing" : money(theirs)}, but ${money(ours)} was accepted. ` +
      `Look for taxes, discounts, products or automations that change it. ${AGAIN}`,
  );
