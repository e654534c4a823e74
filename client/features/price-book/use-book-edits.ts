import { useSession } from "../../chrome/session-context.tsx";
import { type BookEdit, type BookPlan, editBook } from "../../local/actions/book-draft.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { SaveResult } from "../../local/save-result.ts";
import { withValueAt } from "../../../shared/pricing/edit/json.ts";

export interface BookEdits {
  /** Writes a value into the entry or setting at a path, as it stands when the save begins. */
  readonly write: (
    path: string,
    at: string,
    value: unknown,
    gesture?: string,
  ) => Promise<SaveResult<void>>;
  /** Whole entries: added, taken out, or again as they were. Resolves with the draft's id, for undo. */
  readonly edit: (edits: readonly BookEdit[]) => Promise<SaveResult<string>>;
}

/** How the screens of the price book change its draft; the first edit begins one. */
export function useBookEdits(): BookEdits {
  const local = useLocal();
  const { userName } = useSession();
  const save = (plan: BookPlan, gesture?: string) =>
    editBook(local, plan, { startedBy: userName, gesture });
  return {
    async write(path, at, value, gesture) {
      const result = await save((current) => {
        const stands = current(path);
        // Taken out meanwhile, by somebody else: there is nothing left to write into.
        if (stands === undefined) return [];
        return [{ path, value: JSON.stringify(withValueAt(stands, at, value)) }];
      }, gesture);
      return result.ok ? { ok: true, value: undefined } : result;
    },
    edit: (edits) => save(() => edits),
  };
}
