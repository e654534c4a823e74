import * as z from "zod/mini";
import { key } from "./book/numbers.ts";
import { leafOf, limitsOf, type Schema } from "./check-leaf.ts";
import { isMembers, type Members } from "./known-keys.ts";
import type { PriceBookFaultCode } from "./price-book-fault.ts";
import type { Walk } from "./walk.ts";

/**
 * Walks a document along the schema of a price book. Zod could do that too, but reads everything before it
 * says anything, and says it of JSON; this stops at the first few faults, whatever the size of the document,
 * and says what to do about each. What passes here passes the schema (hostile.test.ts).
 */

/** Says what is wrong with the shape of a value. */
type Shape = (value: unknown, walk: Walk) => void;

function at(name: string | number, shape: Shape, value: unknown, walk: Walk): void {
  walk.inside.push(name);
  shape(value, walk);
  walk.inside.pop();
}

const sayKind = (code: PriceBookFaultCode, value: unknown, walk: Walk): void =>
  walk.say(value === undefined ? "missing" : code, value);

function sayUnknownFields(value: Members, known: Members, walk: Walk): void {
  for (const name of Object.keys(value)) {
    if (walk.isFull) return;
    if (!Object.hasOwn(known, name)) walk.say("unknown_field", name);
  }
}

function objectShape(schema: z.ZodMiniObject): Shape {
  const { shape } = schema.def;
  const members = Object.entries(shape).map(([name, member]): [string, Shape] => [
    name,
    name === "source" && member === key ? sourceShape : shapeOf(member),
  ]);
  return (value, walk) => {
    if (!isMembers(value)) return sayKind("not_an_object", value, walk);
    for (const [name, member] of members) {
      if (walk.isFull) return;
      at(name, member, value[name], walk);
    }
    sayUnknownFields(value, shape, walk);
  };
}

/** No number without where it comes from. */
const sourceShape: Shape = (value, walk) => {
  if (typeof value !== "string") return sayKind("not_a_key", value, walk);
  if (!walk.known.sources.has(value)) walk.say("unknown_source", value);
};

/** Whether a list is one, and neither too long nor too short; says so if not. */
export function fitsAsList(
  schema: z.ZodMiniArray,
  value: unknown,
  walk: Walk,
): value is readonly unknown[] {
  const { least, most } = limitsOf(schema);
  if (!Array.isArray(value)) {
    sayKind("not_a_list", value, walk);
    return false;
  }
  if (value.length > most) walk.say("too_many", value.length, String(most));
  if (value.length < least) walk.say("too_few", value.length, String(least));
  return value.length >= least && value.length <= most;
}

function listShape(schema: z.ZodMiniArray): Shape {
  const entry = shapeOf(schema.def.element);
  return (value, walk) => {
    if (!fitsAsList(schema, value, walk)) return;
    for (const [index, inner] of value.entries()) {
      if (walk.isFull) return;
      at(index, entry, inner, walk);
    }
  };
}

/** The objects that a union chooses between say so with their `kind`; one of them may do without. */
function unionShape(schema: z.ZodMiniUnion): Shape {
  const byKind = new Map<unknown, Shape>();
  let plain: Shape | null = null;
  for (const option of schema.def.options) {
    const kind = option instanceof z.ZodMiniObject ? option.def.shape["kind"] : undefined;
    if (kind instanceof z.ZodMiniLiteral) byKind.set(kind.def.values[0], shapeOf(option));
    else plain = shapeOf(option);
  }
  const kinds = [...byKind.keys()].join(", ");
  return (value, walk) => {
    if (!isMembers(value)) return sayKind("not_an_object", value, walk);
    const { kind } = value;
    const shape = kind === undefined ? plain : byKind.get(kind);
    if (shape) return shape(value, walk);
    walk.say(kind === undefined ? "missing" : "not_a_choice", kind, kinds, "kind");
  };
}

function recordShape(schema: z.ZodMiniRecord): Shape {
  const nameOf = leafOf(schema.def.keyType);
  const inner = shapeOf(schema.def.valueType);
  return (value, walk) => {
    if (!isMembers(value)) return sayKind("not_an_object", value, walk);
    for (const [name, member] of Object.entries(value)) {
      if (walk.isFull) return;
      const fault = nameOf(name);
      if (fault === null) at(name, inner, member, walk);
      else walk.say(fault.code, name, fault.expected);
    }
  };
}

function leafShape(schema: Schema): Shape {
  const leaf = leafOf(schema);
  return (value, walk) => {
    const fault = leaf(value);
    if (fault !== null) walk.say(fault.code, value, fault.expected);
  };
}

function newShape(schema: Schema): Shape {
  if (schema instanceof z.ZodMiniObject) return objectShape(schema);
  if (schema instanceof z.ZodMiniArray) return listShape(schema);
  if (schema instanceof z.ZodMiniUnion) return unionShape(schema);
  if (schema instanceof z.ZodMiniDiscriminatedUnion) return unionShape(schema);
  if (schema instanceof z.ZodMiniRecord) return recordShape(schema);
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable) {
    const inner = shapeOf(schema.def.innerType);
    const nothing = schema instanceof z.ZodMiniOptional ? undefined : null;
    return (value, walk) => {
      if (value !== nothing) inner(value, walk);
    };
  }
  return leafShape(schema);
}

const shapes = new WeakMap<Schema, Shape>();

function shapeOf(schema: Schema): Shape {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const shape = newShape(schema);
  shapes.set(schema, shape);
  return shape;
}

/** Whether a value has the shape of the schema; says what is wrong if not. */
export function fits<S extends Schema>(schema: S, value: unknown, walk: Walk): value is z.infer<S> {
  const before = walk.faults.length;
  if (walk.isFull) return false;
  shapeOf(schema)(value, walk);
  return walk.faults.length === before;
}
