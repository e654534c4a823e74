/** A price book's document and its parts, as JSON has them. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

export type JsonObject = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Whether two values say the same, whatever the order of their names. A name without a value is no name. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((value, at) => sameJson(value, other[at]));
  if (!isObject(one) || !isObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => sameJson(own(one, name), own(other, name)));
}

/** A value by its own name, never one that every object has. */
const own = (value: JsonObject, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/** What stands at `labour.byCoats.0.value`; undefined where nothing does. The empty path is the whole. */
export function valueAt(whole: unknown, path: string): unknown {
  let value = whole;
  for (const name of namesOf(path)) {
    if (isList(value)) value = value[Number(name)];
    else if (isObject(value)) value = own(value, name);
    else return undefined;
  }
  return value;
}

/**
 * The whole with another value at a path; undefined takes the name, or the list's element, out. A path through
 * nothing changes nothing: a field is only ever offered where its parent stands.
 */
export function withValueAt(whole: unknown, path: string, value: unknown): unknown {
  const [name, ...rest] = namesOf(path);
  if (name === undefined) return value;
  if (isList(whole)) {
    const at = Number(name);
    const next = withValueAt(whole[at], rest.join("."), value);
    return next === undefined ? whole.toSpliced(at, 1) : whole.toSpliced(at, 1, next);
  }
  if (!isObject(whole)) return whole;
  const next = withValueAt(own(whole, name), rest.join("."), value);
  const others = Object.entries(whole).filter(([other]) => other !== name);
  if (next === undefined) return Object.fromEntries(others);
  if (!Object.hasOwn(whole, name)) return Object.fromEntries([...others, [name, next]]);
  return Object.fromEntries(
    Object.entries(whole).map(([other, stands]) => [other, other === name ? next : stands]),
  );
}

const namesOf = (path: string): readonly string[] => (path === "" ? [] : path.split("."));

/** Every scalar of a value by its path, in the order it is written. Empty lists count as themselves. */
export function leavesOf(value: unknown, path = ""): ReadonlyMap<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (part: unknown, at: string): void => {
    const inside = isList(part) ? [...part.entries()] : isObject(part) ? Object.entries(part) : [];
    if (inside.length === 0) {
      if (part !== undefined) leaves.set(at, part);
      return;
    }
    for (const [name, inner] of inside) walk(inner, at === "" ? String(name) : `${at}.${name}`);
  };
  walk(value, path);
  return leaves;
}
