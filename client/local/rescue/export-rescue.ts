import type { Session } from "../../../shared/sync/wire.ts";
import { SCHEMA } from "../../../shared/sync/wire.ts";
import { instantOf, type Local } from "../local.ts";
import type { OutboxRow } from "../rows.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { decodeContent, encodeContent, type RescueContent } from "./rescue-content.ts";
import { seal, type SealOptions, unseal } from "./rescue-file.ts";

export interface RescueFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Edits in it that the server has not confirmed. */
  readonly waiting: number;
  /** Ids of the edits in it. What is typed later is not among them. */
  readonly edits: ReadonlySet<string>;
}

export type ExportResult =
  | { readonly ok: true; readonly file: RescueFile }
  /** The file was read back and is not what was put into it: the tablet's memory or disk is not to be trusted. */
  | { readonly ok: false; readonly error: "not-verified" };

/** All that only this tablet may hold, from one snapshot of its database. */
export const collectRescue = (
  local: Local,
  session: Pick<Session, "companyId" | "userId" | "userName">,
): Promise<RescueContent> => {
  const { database } = local;
  return database.transaction("r", database.tables, async () => {
    const { clientId, epoch } = await readSyncMeta(database);
    const [outbox, journal, rejected, shadows] = await Promise.all([
      database.outbox.orderBy("seq").toArray(),
      database.journal.orderBy("position").toArray(),
      database.rejected.toArray(),
      database.shadow.toArray(),
    ]);
    const { companyId, userId, userName } = session;
    return {
      schema: SCHEMA,
      companyId,
      userId,
      userName,
      writtenAt: instantOf(local),
      clientId,
      epoch,
      // What the server refused is among the rejected.
      waiting: outbox.filter(({ refused }) => !refused).map(editOf),
      journal: journal.map((row) => ({ ...editOf(row), rev: row.rev })),
      rejected: rejected.map((row) => ({
        ...editOf(row),
        reason: row.reason,
        message: row.message,
      })),
      shadows: shadows.map(({ entity, id, state }) => ({
        entity,
        id,
        state: state && { fields: { ...state.fields }, deleted: state.deleted },
      })),
    };
  });
};

type Edit = Pick<OutboxRow, "id" | "name" | "operations" | "at" | "estimateId">;

const editOf = ({ id, name, operations, at, estimateId }: Edit) => ({
  id,
  name,
  operations: [...operations],
  at,
  estimateId,
});

/**
 * Writes the rescue file of a person's unsent work, and reads it back before it is handed out. The database stays as it
 * is.
 */
export async function exportRescue(
  local: Local,
  session: Session,
  passphrase: string,
  options?: SealOptions,
): Promise<ExportResult> {
  const content = await collectRescue(local, session);
  const bytes = await seal(encodeContent(content), passphrase, options);
  const opened = await unseal(bytes, passphrase);
  const readBack = opened.ok ? decodeContent(opened.content) : null;
  if (JSON.stringify(readBack) !== JSON.stringify(content))
    return { ok: false, error: "not-verified" };
  const { waiting, rejected } = content;
  const edits = new Set([...waiting, ...rejected].map(({ id }) => id));
  return { ok: true, file: { bytes, waiting: waiting.length, edits } };
}

/** `paintbox-rescue-2026-11-27.paintbox`: a name by which it is found again. */
export const rescueFileName = (day: string): string => `paintbox-rescue-${day}.paintbox`;
