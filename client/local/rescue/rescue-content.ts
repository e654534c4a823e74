import * as z from "zod/mini";
import { anyFieldsSchema, entityNameSchema } from "../../../shared/estimate/record.ts";
import { uuidSchema } from "../../../shared/identifiers.ts";
import { mutationSchema } from "../../../shared/sync/mutation.ts";
import { upcastOperations } from "../../../shared/sync/upcast-operations.ts";
import { OLDEST_SCHEMA, rejectionReasons, SCHEMA } from "../../../shared/sync/wire.ts";

/** What is inside a rescue file: JSON, checked as strictly as a request to the server (docs/rescue-file.md). */

const { shape } = mutationSchema;
const editSchema = z.object({
  id: shape.id,
  name: shape.name,
  operations: shape.operations,
  at: shape.at,
  estimateId: z.string(),
});

const shadowSchema = z.object({
  entity: entityNameSchema,
  id: z.string(),
  state: z.nullable(z.object({ fields: anyFieldsSchema, deleted: z.boolean() })),
});

export const rescueContentSchema = z.object({
  /** Of the records and operations in it. */
  schema: z.int().check(z.gte(OLDEST_SCHEMA), z.lte(SCHEMA)),
  companyId: z.string(),
  userId: z.string(),
  userName: z.string(),
  writtenAt: z.string(),
  /** The tablet's database it comes from, and the life of the server it belonged to. */
  clientId: uuidSchema,
  epoch: z.nullable(z.int()),
  /** Edits that the server has not confirmed, in their order. */
  waiting: z.array(editSchema),
  /** Edits that the server confirmed and no backup was known to hold. */
  journal: z.array(z.extend(editSchema, { rev: z.int() })),
  /** Edits that the server refused. */
  rejected: z.array(
    z.extend(editSchema, {
      reason: z.nullable(z.enum(rejectionReasons)),
      message: z.nullable(z.string()),
    }),
  ),
  /** The server's copies under the edits that wait. */
  shadows: z.array(shadowSchema),
});
export type RescueContent = z.infer<typeof rescueContentSchema>;

export const encodeContent = (content: RescueContent): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(content));

/** @returns null for what is no content of ours. Edits of an earlier schema are read in today's words. */
export function decodeContent(bytes: Uint8Array<ArrayBuffer>): RescueContent | null {
  const parsed = rescueContentSchema.safeParse(parse(bytes));
  if (!parsed.success) return null;
  const content = parsed.data;
  if (content.schema === SCHEMA) return content;
  const today = <Edit extends RescueContent["waiting"][number]>(edit: Edit): Edit => ({
    ...edit,
    operations: upcastOperations(edit.name, edit.operations),
  });
  return {
    ...content,
    schema: SCHEMA,
    waiting: content.waiting.map(today),
    journal: content.journal.map(today),
    rejected: content.rejected.map(today),
    // The server's copies come again with the next pull, in today's shape.
    shadows: [],
  };
}

function parse(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
