import type { EntityName } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import { wordsOf } from "../../shared/text/folded-words.ts";
import type { IndexColumns } from "./rows.ts";

/** Three digits of a phone number are the least that anybody searches by. */
const SHORTEST_PHONE_FRAGMENT = 3;

/** Every tail of a phone number, so that a search by prefix finds a fragment from its middle. */
export function phoneWords(phone: string): readonly string[] {
  const digits = phone.replaceAll(/\D/g, "");
  const tails: string[] = [];
  for (let start = 0; start + SHORTEST_PHONE_FRAGMENT <= digits.length; start += 1)
    tails.push(digits.slice(start));
  return tails;
}

const text = (fields: AnyFields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value : "";
};

/** The columns a record is found by; nothing for entities that nobody searches. */
export function searchColumns(entity: EntityName, fields: AnyFields): IndexColumns {
  if (entity !== "customer" && entity !== "contact") return {};
  const name = text(fields, "name");
  const spoken = [name, text(fields, "street"), text(fields, "city")].flatMap(wordsOf);
  const words = [...new Set([...spoken, ...phoneWords(text(fields, "phone"))])];
  return entity === "customer" ? { words, nameKey: wordsOf(name).join(" ") } : { words };
}
