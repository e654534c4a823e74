import type { SaveError, SaveResult } from "../local/save-result.ts";

/**
 * What a field shows between a key and the end of the strict transaction that keeps it.
 *
 * - `saving`: shown, not yet on the disk. - `saved`: on the disk; stays until the record shows it too.
 * - `failed`: shown, not on the disk, and kept until saving it again works.
 */
export interface Draft {
  readonly text: string;
  readonly state: "saving" | "saved" | "failed";
  readonly error: SaveError | null;
}

/** A save that throws is a bug of ours; the painter's text must not be stuck in it. */
const asFailure = (cause: unknown): SaveResult<never> => ({
  ok: false,
  error: { code: "storage_failed", message: String(cause) },
});

type Save = () => Promise<SaveResult<unknown>>;

interface Entry extends Draft {
  readonly save: Save;
  /** What the record showed at the first key, and every text since: a read of before the save shows one of these. */
  readonly own: ReadonlySet<string | undefined>;
}

/**
 * Typed text on its way to the tablet's disk, by field. Edits are saved one after the other in the order
 * they were made; while one is being saved, later keys of the same field become one edit.
 *
 * Lives outside React: leaving the screen in the middle of a word loses nothing.
 */
export interface Drafts {
  readonly type: (field: string, text: string, save: Save) => void;
  readonly get: (field: string) => Draft | undefined;
  /** The failed drafts' error, for the notice; null while everything is on the disk or on its way. */
  readonly failure: () => SaveError | null;
  /** What is on the screen and not on the disk, in the order it was begun. */
  readonly unsaved: () => readonly { readonly field: string; readonly text: string }[];
  readonly isSaving: () => boolean;
  /** Saves what failed once more. */
  readonly retry: () => void;
  /** Forgets texts whose record is gone: nothing is left that they could be saved in. */
  readonly letGo: () => void;
  /** A screen begins to show a record, whose fields are named `<record>.…`: what was kept before is in it or overtaken. */
  readonly begin: (record: string) => void;
  /** The record has come to show this text: a draft that is on the disk has done its work, or was overtaken. */
  readonly seen: (field: string, text: string) => void;
  /** Resolves when nothing is being saved any more, and forgets what is on the disk. */
  readonly settle: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts changes, for `useSyncExternalStore`. */
  readonly version: () => number;
  /** Counts only changes of what fields show, so that a finished save redraws a sign and not a screen. */
  readonly textVersion: () => number;
}

export function createDrafts(): Drafts {
  const entries = new Map<string, Entry>();
  /** What the record of each field was last seen to show. */
  const stands = new Map<string, string>();
  const waiting: string[] = [];
  const listeners = new Set<() => void>();
  let version = 0;
  let textVersion = 0;
  let running: Promise<void> | null = null;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const saveNext = async (field: string) => {
    const entry = entries.get(field);
    if (!entry) return;
    const result = await entry.save().catch(asFailure);
    // A key that was pressed meanwhile has put a newer entry here, and queued it.
    if (entries.get(field) !== entry) return;
    const error = result.ok ? null : result.error;
    // The record may have come to show the text before the save's own promise was heard.
    if (result.ok && stands.get(field) === entry.text) entries.delete(field);
    else entries.set(field, { ...entry, state: result.ok ? "saved" : "failed", error });
    changed();
  };

  const run = async () => {
    for (let field = waiting.shift(); field !== undefined; field = waiting.shift())
      await saveNext(field);
    running = null;
  };

  const enqueue = (field: string, entry: Entry) => {
    entries.set(field, { ...entry, state: "saving", error: null });
    if (waiting.at(-1) !== field) waiting.push(field);
    running ??= run();
    changed();
  };

  const forgetKept = (isMeant: (field: string) => boolean) => {
    const kept = [...entries].filter(([field, { state }]) => state === "saved" && isMeant(field));
    if (kept.length === 0) return;
    for (const [field] of kept) entries.delete(field);
    textVersion += 1;
    changed();
  };

  const failed = () => [...entries].filter(([, entry]) => entry.state === "failed");

  return {
    type(field, text, save) {
      textVersion += 1;
      const own = new Set(entries.get(field)?.own ?? [stands.get(field)]).add(text);
      enqueue(field, { text, save, own, state: "saving", error: null });
    },
    get: (field) => entries.get(field),
    failure: () => failed()[0]?.[1].error ?? null,
    unsaved: () =>
      [...entries].flatMap(([field, { text, state }]) =>
        state === "saved" ? [] : [{ field, text }],
      ),
    isSaving: () => [...entries.values()].some(({ state }) => state === "saving"),
    retry() {
      for (const [field, entry] of failed()) enqueue(field, entry);
    },
    letGo() {
      for (const [field, { error }] of failed())
        if (error?.code === "missing") entries.delete(field);
      textVersion += 1;
      changed();
    },
    begin(record) {
      forgetKept((field) => field.startsWith(`${record}.`));
    },
    seen(field, text) {
      stands.set(field, text);
      const entry = entries.get(field);
      if (entry?.state !== "saved") return;
      if (entry.text !== text) {
        if (entry.own.has(text)) return;
        // Somebody else's value has passed the one that was saved here.
        textVersion += 1;
      }
      entries.delete(field);
      changed();
    },
    async settle() {
      await running;
      forgetKept(() => true);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    textVersion: () => textVersion,
  };
}
