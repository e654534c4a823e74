import * as z from "zod/mini";
import { estimateStatuses } from "../estimate/entities.ts";
import { identifierSchema } from "../identifiers.ts";
import { mutationNames } from "./mutation.ts";
import { operationSchema } from "./operations.ts";
import { rejectionReasons } from "./wire.ts";

/**
 * What a tablet asks the server for while it has a signal and does not keep: the history of an estimate, and the
 * estimates that nobody has touched for so long that they are not on it (docs/sync.md).
 */

/** Where the next page goes on, as the page before said; null for the first one, and when there is none. */
const before = z.nullable(z.int());

/** `GET /api/sync/history/:estimateId?before=`, newest first. */
export const historyResponseSchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      name: z.enum(mutationNames),
      userName: z.string(),
      /** The author's tablet's clock, as it said. */
      at: z.string(),
      /** ISO 8601, when the server took it. */
      atServer: z.string(),
      outcome: z.enum(["applied", "conflict", "rejected"]),
      reason: z.nullable(z.enum(rejectionReasons)),
      operations: z.array(operationSchema),
    }),
  ),
  before,
});
export type HistoryResponse = z.infer<typeof historyResponseSchema>;
export type HistoryEntry = HistoryResponse["entries"][number];

/** `POST /api/sync/archive`, the latest touched first. */
export const archiveRequestSchema = z.strictObject({
  /** Words of the title, the customer's name, the place; all of them have to be found. Empty: every estimate. */
  text: z.string().check(z.maxLength(200)),
  /** Of this customer only. */
  customerId: z.nullable(identifierSchema),
  before,
});
export type ArchiveRequest = z.infer<typeof archiveRequestSchema>;

export const archiveResponseSchema = z.object({
  estimates: z.array(
    z.object({
      id: identifierSchema,
      title: z.string(),
      customerId: identifierSchema,
      customerName: z.string(),
      street: z.string(),
      city: z.string(),
      status: z.enum(estimateStatuses),
      /** Cents. */
      acceptedTotal: z.nullable(z.int()),
      estimatorName: z.string(),
      createdAt: z.string(),
      /** ISO 8601: when anything of it was last changed. */
      touchedAt: z.string(),
    }),
  ),
  before,
});
export type ArchiveResponse = z.infer<typeof archiveResponseSchema>;
export type ArchivedEstimate = ArchiveResponse["estimates"][number];
