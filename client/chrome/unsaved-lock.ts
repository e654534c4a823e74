import type { Drafts } from "./drafts.ts";

/** Held by every window that shows a text which is not on the disk; whoever has it alone may load the windows again. */
const NAME = "paintbox-unsaved";

type Watched = Pick<Drafts, "subscribe" | "isSaving" | "failure" | "settle">;

type Locks = LockManager | null;

const here = (): Locks => ("locks" in navigator ? navigator.locks : null);

const watched = new Set<Watched>();

/**
 * Holds the lock, with others, for as long as something is on the screen and not on the disk. A window that dies lets
 * it go.
 *
 * @param locks null in an old browser: there nothing is held.
 */
export function holdWhileUnsaved(drafts: Watched, locks: Locks = here()): void {
  watched.add(drafts);
  let release: (() => void) | null = null;
  drafts.subscribe(() => {
    const isUnsaved = drafts.isSaving() || drafts.failure() !== null;
    if (!isUnsaved) {
      release?.();
      release = null;
    } else if (release === null) {
      const saved = Promise.withResolvers<void>();
      release = saved.resolve;
      void locks?.request(NAME, { mode: "shared" }, () => saved.promise);
    }
  });
}

/**
 * Does something once no window of this tablet shows a text that is not on its disk.
 *
 * @param patience for how long that is waited for, in milliseconds; without it as long as it takes.
 * @returns whether it was done.
 */
export async function onceAllIsSaved(
  act: () => void,
  { patience, locks = here() }: { readonly patience?: number; readonly locks?: Locks } = {},
): Promise<boolean> {
  const signal = patience === undefined ? undefined : AbortSignal.timeout(patience);
  const settled = async (): Promise<void> => {
    // A key that came while the lock was waited for.
    for (const drafts of watched) await drafts.settle();
    act();
  };
  if (locks === null) {
    await settled();
    return true;
  }
  try {
    await locks.request(NAME, signal ? { signal } : {}, settled);
    return true;
  } catch (error) {
    if (error instanceof DOMException && /Abort|Timeout/.test(error.name)) return false;
    throw error;
  }
}
