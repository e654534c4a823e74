import type { PaintboxDatabase } from "../database.ts";
import type { SyncMeta } from "../rows.ts";

/** What the server says it holds last of ours. */
export interface LastOnServer {
  readonly lastSeq: number;
  readonly lastId: string | null;
}

/**
 * Whether the server's last edit of ours is the one that carries this number here (R3). Numbers alone are
 * not enough: a tablet whose storage was rolled back spends them twice, and would take the server's word
 * for edits it never sent.
 *
 * `behind`: the answer is older than what we know already.
 */
export async function identityOf(
  database: PaintboxDatabase,
  { ackSeq, ackId }: SyncMeta,
  { lastSeq, lastId }: LastOnServer,
): Promise<"same" | "different" | "behind"> {
  if (lastSeq < ackSeq) return "behind";
  const ours = lastSeq === ackSeq ? ackId : (await database.outbox.get(lastSeq))?.id;
  return ours === lastId ? "same" : "different";
}
