/** `@{newQuote.id}`, `@{found.records[0].Id}`: values of earlier answers in a composite. */
import { isJsonObject } from "../json-value.ts";
import type { RestAnswer } from "./call.ts";

const reference = /@\{([^}]+)\}/g;

/** A reference that leads nowhere, or to a subrequest that failed. */
export class MissingReferenceError extends Error {
  override readonly name = "MissingReferenceError";
}

/**
 * Replaces every reference in a string, or in the strings anywhere inside a JSON value. A string
 * that is nothing but one reference takes over the value's type.
 */
export function resolveReferences(
  value: unknown,
  answers: ReadonlyMap<string, RestAnswer>,
): unknown {
  if (typeof value === "string") return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, answers));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveReferences(item, answers)]),
  );
}

function resolveText(text: string, answers: ReadonlyMap<string, RestAnswer>): unknown {
  const whole = /^@\{([^}]+)\}$/.exec(text);
  if (whole?.[1] !== undefined) return lookUp(whole[1], answers);
  return text.replaceAll(reference, (_found, path: string) => String(lookUp(path, answers)));
}

function lookUp(path: string, answers: ReadonlyMap<string, RestAnswer>): unknown {
  const [referenceId = "", ...steps] = path.split(/[.[\]]/).filter((part) => part !== "");
  const answer = answers.get(referenceId);
  let current: unknown = answer && answer.status < 400 ? answer.body : undefined;
  for (const step of steps) {
    if (Array.isArray(current)) current = current[Number(step)];
    else current = isJsonObject(current) ? current[step] : undefined;
  }
  if (current === undefined || current === null || typeof current === "object") {
    throw new MissingReferenceError(
      `Invalid reference specified. No value for ${path} found in ${referenceId}`,
    );
  }
  return current;
}
