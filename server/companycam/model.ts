import * as z from "zod/mini";

/**
 * CompanyCam's things as we use them, whichever of its APIs they come from. Times are Unix milliseconds. As schemas,
 * because what comes back from a shared cache is checked.
 */

export const projectSchema = z.object({
  id: z.string(),
  /** Often a customer's name: never in a log. */
  name: z.nullable(z.string()),
  isArchived: z.boolean(),
  street: z.string(),
  city: z.string(),
  state: z.string(),
  postalCode: z.string(),
  photoCount: z.nullable(z.number()),
  /** Its page at CompanyCam. */
  url: z.nullable(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Project = z.infer<typeof projectSchema>;

export const processingStatuses = [
  "pending",
  "processing",
  "processed",
  "processing_error",
  "duplicate",
] as const;

export const photoSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  processing: z.enum(processingStatuses),
  /** MD5 in hex; null until CompanyCam has the bytes. */
  hash: z.nullable(z.string()),
  description: z.nullable(z.string()),
  /** Nothing that a customer may see. */
  isInternal: z.boolean(),
  creatorName: z.string(),
  /** By kind: `thumbnail`, `web`, `original`, and the same with `_annotation`. */
  uris: z.record(z.string(), z.string()),
  url: z.nullable(z.string()),
  capturedAt: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Photo = z.infer<typeof photoSchema>;

export const userSchema = z.object({ id: z.string(), name: z.string(), role: z.string() });
export type User = z.infer<typeof userSchema>;

export const tagSchema = z.object({ id: z.string(), name: z.string() });
export type Tag = z.infer<typeof tagSchema>;

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly scopes: readonly string[];
  readonly isEnabled: boolean;
  /** The secret that deliveries are signed with. CompanyCam tells it in every read: never in a log or an answer. */
  readonly token: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** What to ask the next page with; null at the end. */
  readonly next: string | null;
}
