import { entities } from "../../shared/estimate/entities.ts";
import { mutationNames } from "../../shared/sync/mutation.ts";
import type { Random } from "../sim/random.ts";

/** Damages what was valid: first the structure, sometimes the bytes. */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const names: readonly string[] = [
  ...Object.keys(entities),
  ...mutationNames,
  ...Object.values(entities).flatMap(({ shape }) => Object.keys(shape)),
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "add",
  "set",
  "remove",
  "restore",
];
const texts: readonly string[] = [
  "",
  " ",
  "\0",
  "\ud800",
  "\u202e家🏠",
  "'; drop table record; --",
  "%",
  "_".repeat(65),
  "x".repeat(5000),
  "e1",
  "a1",
  "c1",
  "k1",
  "secret",
  "2026-02-30T25:61:00Z",
  "2026-06-01T15:00:00.000Z",
  "{}",
  "[",
  "open",
  "resolved",
  "mine",
];
const numbers: readonly number[] = [
  0,
  -0,
  1,
  -1,
  2,
  3,
  0.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  2 ** 53 - 1,
  Number.MIN_SAFE_INTEGER,
];

/** A text that nobody expects. */
export const strangeText = (random: Random): string => random.pick([...texts, ...names]);

const strange = (random: Random): Json =>
  random.pick<() => Json>([
    () => random.pick(texts),
    () => random.pick(numbers),
    () => random.pick(names),
    () => random.chance(0.5),
    () => null,
    () => [],
    () => ({}),
    () => ({ [random.pick(names)]: random.pick(texts) }),
    () => [random.pick(numbers), random.pick(texts)],
    () => nested(random.below(60)),
  ])();

const nested = (depth: number): Json => (depth === 0 ? null : [nested(depth - 1)]);

/** Changes one place somewhere inside a value, the deeper the likelier. */
export function mangled(random: Random, value: Json): Json {
  if (Array.isArray(value) && value.length > 0) return mangledList(random, value);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    return entries.length === 0
      ? strange(random)
      : Object.fromEntries(mangledEntries(random, entries));
  }
  return strange(random);
}

function mangledList(random: Random, list: readonly Json[]): readonly Json[] {
  const index = random.below(list.length);
  const element = list[index] ?? null;
  if (random.chance(0.75)) return list.with(index, mangled(random, element));
  return random.pick<() => readonly Json[]>([
    () => list.toSpliced(index, 1),
    () => list.toSpliced(index, 0, element),
    () => list.toReversed(),
    () => [...list, strange(random)],
    () => Array.from({ length: 250 }, () => element),
  ])();
}

type Entries = readonly (readonly [string, Json])[];

function mangledEntries(random: Random, entries: Entries): Entries {
  const index = random.below(entries.length);
  const [key, value] = entries[index] ?? ["", null];
  if (random.chance(0.75)) return entries.with(index, [key, mangled(random, value)]);
  return random.pick<() => Entries>([
    () => entries.toSpliced(index, 1),
    () => entries.with(index, [key, strange(random)]),
    () => entries.with(index, [random.pick(names), value]),
    () => [...entries, [random.pick(names), strange(random)]],
  ])();
}

/** JSON text with one of the wounds that a wire, a proxy or an attacker gives it. */
export function mangledText(random: Random, text: string): string | Uint8Array<ArrayBuffer> {
  const at = random.below(text.length + 1);
  return random.pick<() => string | Uint8Array<ArrayBuffer>>([
    () => text.slice(0, at),
    () => text.slice(at),
    () => `${text}${text}`,
    () => `${text.slice(0, at)}${random.pick(texts)}${text.slice(at)}`,
    () => text.replace('"fields":{', '"fields":{"__proto__":{"role":"manager"},'),
    () => text.replace(/:(\d+)/, () => random.pick([":NaN", ":1e999", ":-0", ":01", ":1e308"])),
    () => text.replaceAll('"', "'"),
    () => `\ufeff${text}`,
    () => flipped(random, new TextEncoder().encode(text)),
    () => Uint8Array.from({ length: random.below(300) }, () => random.below(256)),
  ])();
}

function flipped(random: Random, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let times = 0; times <= random.below(4); times += 1) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes;
}

export type { Json };
