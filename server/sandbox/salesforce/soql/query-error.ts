/** Query errors in Salesforce's layout: the place in the query, a caret below it, the complaint. */
import { type ErrorCode, SalesforceError } from "../salesforce-error.ts";

/** How much of a long query is shown on each side of the caret. */
const context = 40;

/** @param at index in `soql` of the offending token */
export function queryError(
  code: ErrorCode,
  soql: string,
  at: number,
  complaint: string,
): SalesforceError {
  const oneLine = soql.replaceAll(/\s/g, " ");
  const start = Math.max(0, at - context);
  const caret = `${" ".repeat(at - start)}^`;
  const { row, column } = position(soql, at);
  return new SalesforceError(
    code,
    `\n${oneLine.slice(start, at + context)}\n${caret}\nERROR at Row:${row}:Column:${column}\n${complaint}`,
  );
}

function position(soql: string, at: number): { row: number; column: number } {
  const before = soql.slice(0, at).split("\n");
  return { row: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

export function unexpectedToken(soql: string, at: number, text: string): SalesforceError {
  return queryError("MALFORMED_QUERY", soql, at, `unexpected token: '${text}'`);
}

export function noSuchColumn(
  soql: string,
  at: number,
  name: string,
  entity: string,
): SalesforceError {
  return queryError(
    "INVALID_FIELD",
    soql,
    at,
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}
