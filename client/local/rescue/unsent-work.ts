import type { Session } from "../../../shared/sync/wire.ts";
import type { Local } from "../local.ts";
import { waitingEdits } from "../queries/waiting.ts";
import { collectRescue } from "./export-rescue.ts";

export interface UnsentWork {
  /** Edits that the server has not confirmed, and edits that it has refused. */
  readonly edits: number;
  /** JSON text as in a rescue file. */
  readonly text: string;
}

type Who = Pick<Session, "companyId" | "userId" | "userName">;

/** What only this tablet has of somebody's work, or null when the server has everything. */
export async function unsentWork(local: Local, who: Who): Promise<UnsentWork | null> {
  const content = await collectRescue(local, who);
  const unconfirmed = new Set(await waitingEdits(local));
  const waiting = content.waiting.filter(({ id }) => unconfirmed.has(id));
  const edits = waiting.length + content.rejected.length;
  if (edits === 0) return null;
  // Not the time of writing: the same work is the same text, however often it is handed in.
  const writtenAt = latest([...waiting, ...content.rejected].map(({ at }) => at));
  return { edits, text: JSON.stringify({ ...content, waiting, writtenAt }) };
}

const latest = (times: readonly string[]): string => times.toSorted().at(-1) ?? "";
