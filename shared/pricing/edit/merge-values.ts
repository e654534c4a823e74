import { isObject, type JsonObject, sameJson } from "./json.ts";

/**
 * Brings what somebody changed between two values into a third one, which was changed meanwhile: a rate here, a name
 * there, both stay. Where both changed the same, or one changed the shape of what the other changed, the later value
 * is taken whole.
 *
 * @param before what both started from. @param later with what is brought in. @param now what it is brought into.
 */
export function mergeValues(before: unknown, later: unknown, now: unknown): unknown {
  if (sameJson(before, later)) return now;
  if (sameJson(before, now)) return later;
  if (isObject(before) && isObject(later) && isObject(now)) {
    return sameKind(before, later, now) ? mergeMembers(before, later, now) : later;
  }
  if (Array.isArray(before) && Array.isArray(later) && Array.isArray(now)) {
    return mergeLists(before, later, now);
  }
  return later;
}

/** Members of different kinds do not go together: a plain number and the steps of a curve. */
const sameKind = (before: JsonObject, later: JsonObject, now: JsonObject): boolean =>
  before["kind"] === later["kind"] && before["kind"] === now["kind"];

function mergeMembers(before: JsonObject, later: JsonObject, now: JsonObject): JsonObject {
  const names = new Set([...Object.keys(now), ...Object.keys(later)]);
  const members = [...names].map(
    (name) => [name, mergeValues(before[name], later[name], now[name])] as const,
  );
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

/** Entry by entry, as long as nobody added one, took one out or moved one. */
function mergeLists(
  before: readonly unknown[],
  later: readonly unknown[],
  now: readonly unknown[],
): unknown {
  const names = namesOf(before);
  const isAlike = sameJson(names, namesOf(later)) && sameJson(names, namesOf(now));
  return isAlike ? later.map((entry, at) => mergeValues(before[at], entry, now[at])) : later;
}

/** What the entries of a list are told apart by; a single value is its own name, and so never merged. */
const namesOf = (list: readonly unknown[]): readonly unknown[] =>
  list.map((entry) => {
    if (!isObject(entry)) return entry;
    const { key, size, state, task, scope, substrate, texture, kind, from, at } = entry;
    return [key, size, state, task, scope, substrate, texture, kind, from, at];
  });
