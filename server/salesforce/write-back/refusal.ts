import type { SalesforceError, SalesforceErrorCode } from "../errors.ts";

const AGAIN = "Then reopen the estimate and accept it again.";

type Sentence = (error: SalesforceError, fields: string) => string;

const gone: Sentence = (error) =>
  `Something this estimate belongs to is no longer in Salesforce: ${error.message} Choose the customer again. ${AGAIN}`;

const sentences: { readonly [C in SalesforceErrorCode]?: Sentence } = {
  duplicates_detected: ({ matches }) => {
    const found = matches.length > 0 ? ` (${matches.join(", ")})` : "";
    return `Salesforce already has a customer like this one${found}. Choose that customer for the estimate, or allow the duplicate in Salesforce. ${AGAIN}`;
  },
  ambiguous_external_id: () =>
    `Salesforce has several records for this estimate: Paintbox_Id__c is not unique there. An administrator has to make it unique. ${AGAIN}`,
  not_found: gone,
  deleted: gone,
  forbidden: (error, fields) =>
    `The integration user may not write this in Salesforce: ${error.message}${fields}. An administrator has to allow it. ${AGAIN}`,
};

/** Why Salesforce does not take an estimate, for the person who can do something about it. */
export function refusalMessage(error: SalesforceError): string {
  const fields = error.fields.length > 0 ? ` (${error.fields.join(", ")})` : "";
  const sentence = sentences[error.code];
  if (sentence) return sentence(error, fields);
  return `Salesforce refused it: ${error.message}${fields}. Correct it in Salesforce or here. ${AGAIN}`;
}

const money = (cents: number): string =>
  (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });

/** When Salesforce worked out another sum than the customer agreed to. */
export const totalDiffers = (what: string, theirs: number | null, ours: number): string =>
  `The ${what} in Salesforce says ${theirs === null ? "nothing" : money(theirs)}, but ${money(ours)} was accepted. ` +
  `Look for taxes, discounts, products or automations that change it. ${AGAIN}`;
