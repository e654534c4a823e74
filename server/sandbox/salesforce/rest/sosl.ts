/** /search: `FIND {words} [IN … FIELDS] RETURNING Account(Id, Name LIMIT 5), Contact`. */
import { SalesforceError } from "../salesforce-error.ts";
import { ok, requireObject, type RestHandler } from "./call.ts";
import { searchObject } from "./search.ts";

const statement =
  /^\s*FIND\s*\{([^}]*)\}(?:\s+IN\s+(?:ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS)?\s+RETURNING\s+(.+)$/is;
const returned = /(\w+)\s*(?:\(\s*([\w\s,.]*?)(?:\s+LIMIT\s+(\d+))?\s*\))?\s*(?:,|$)/giy;
const mostHits = 2_000;

export const search: RestHandler = (environment, call) => {
  const [, term = "", targets = ""] = statement.exec(call.query.get("q") ?? "") ?? [];
  // Salesforce's wildcards only widen a search that looks for parts of words anyway.
  const words = term.toLowerCase().replaceAll(/[*?"]/g, " ").trim().split(/\s+/);
  if (targets === "") throw new SalesforceError("MALFORMED_SEARCH", "unexpected token: the search");
  if (words.join("").length < 2)
    throw new SalesforceError("INVALID_SEARCH", "search term must be longer than one character");
  const searchRecords = [...targets.matchAll(returned)].flatMap(([, name, fields = "", limit]) =>
    searchObject(environment, call, requireObject(name), words, {
      fields: fields.trim() === "" ? ["Id"] : fields.split(",").map((field) => field.trim()),
      limit: Number(limit ?? mostHits),
    }),
  );
  return ok({ searchRecords });
};
