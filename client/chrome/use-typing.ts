import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useLocal } from "../local/local-context.tsx";
import type { Local } from "../local/local.ts";
import type { SaveResult } from "../local/save-result.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { holdWhileUnsaved } from "./unsaved-lock.ts";

/** One queue for each opened tablet, so that leaving a screen does not stop what it was saving. */
const draftsByDatabase = new WeakMap<Local["database"], Drafts>();

export function draftsOf({ database }: Pick<Local, "database">): Drafts {
  const known = draftsByDatabase.get(database);
  if (known) return known;
  const drafts = createDrafts();
  draftsByDatabase.set(database, drafts);
  holdWhileUnsaved(drafts);
  return drafts;
}

/** The tablet's drafts, followed by React. */
export function useDrafts(): Drafts {
  const drafts = draftsOf(useLocal());
  useSyncExternalStore(drafts.subscribe, drafts.version);
  return drafts;
}

export interface Typing {
  /** What a field shows: what is being typed, else what the record holds. */
  readonly text: (field: string) => string;
  /** Shows a text at once and saves it; `gesture` makes the keys of one visit one step of undo. */
  readonly type: (
    field: string,
    text: string,
    save: (gesture: string) => Promise<SaveResult<void>>,
  ) => void;
  /** The field was left: the next key begins a new step of undo. */
  readonly leave: () => void;
}

/**
 * Typing into the fields of one record.
 *
 * @param id the record. @param stored its fields as text, as last read from the tablet.
 */
export function useTyping(id: string, stored: Readonly<Record<string, string>>): Typing {
  const local = useLocal();
  const drafts = draftsOf(local);
  // Not the whole state: a key redraws the fields, the end of its save only the sign beside them.
  useSyncExternalStore(drafts.subscribe, drafts.textVersion);
  const gesture = useRef<{ readonly field: string; readonly id: string } | null>(null);

  useEffect(() => drafts.begin(id), [drafts, id]);
  useEffect(() => {
    for (const [field, text] of Object.entries(stored)) drafts.seen(`${id}.${field}`, text);
  });

  return useMemo(
    () => ({
      text: (field) => drafts.get(`${id}.${field}`)?.text ?? stored[field] ?? "",
      type(field, text, save) {
        if (gesture.current?.field !== field) gesture.current = { field, id: local.newId() };
        const current = gesture.current.id;
        drafts.type(`${id}.${field}`, text, () => save(current));
      },
      leave() {
        gesture.current = null;
      },
    }),
    [drafts, id, local, stored],
  );
}
