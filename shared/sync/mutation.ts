import * as z from "zod/mini";
import { isPlainText, uuidSchema } from "../identifiers.ts";
import { operationSchema } from "./operations.ts";

/** What the painter meant. The server's extra rules hang on these names; history shows them. */
export const mutationNames = [
  "customer.create",
  "customer.edit",
  "estimate.create",
  "estimate.edit",
  "estimate.remove",
  "estimate.restore",
  "estimate.assign",
  "estimate.accept",
  "estimate.reopen",
  "estimate.reprice",
  "area.add",
  "area.edit",
  "area.clone",
  "area.move",
  "area.remove",
  "area.restore",
  "surface.add",
  "surface.edit",
  "surface.remove",
  "surface.restore",
  "item.add",
  "item.edit",
  "item.remove",
  "item.restore",
  "conflict.resolve",
  "book.draft",
  "book.edit",
  "book.discard",
  "book.publish",
  "edit.undo",
  "edit.redo",
] as const;
export type MutationName = (typeof mutationNames)[number];

/** One room cloned is some 15 operations; the largest honest mutation is a house cloned from a template. */
export const MAX_OPERATIONS = 500;

/**
 * One edit, as a tablet's outbox holds it and as the server's log keeps it for ever. If one operation is
 * not allowed, none happens; an operation that clashes with another edit becomes a conflict on its own.
 *
 * `seq` counts a tablet's mutations without gaps; `id` makes a repeated delivery recognisable even after
 * a tablet was rolled back and spends the same `seq` again (docs/sync.md, R1 to R3).
 */
export const mutationSchema = z.strictObject({
  id: uuidSchema,
  seq: z.int().check(z.gte(1)),
  name: z.enum(mutationNames),
  version: z.literal(1),
  operations: z.array(operationSchema).check(z.minLength(1), z.maxLength(MAX_OPERATIONS)),
  /** The tablet's clock, for people to read. */
  at: z.string().check(z.maxLength(30), z.refine(isPlainText)),
});
export type Mutation = z.infer<typeof mutationSchema>;
