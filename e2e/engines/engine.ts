import type { Wanted } from "./find-in-page.ts";

/** A browser of any engine with one page open, as a tablet has it. Small: what Playwright does for Chromium alone. */
export interface Engine {
  /** Goes to an address; resolves when its page is loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /**
   * Runs a function in the page and gives what it resolves with. It has only what is in itself and its argument; both that
   * and the result are JSON.
   */
  evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** What stands in what is wanted, as it is shown; empty: it is not there. */
  textOf(wanted: Wanted): Promise<string>;
  /** Presses what is wanted, as a finger would. False: it is not there yet, or something lies on it. */
  press(wanted: Wanted): Promise<boolean>;
  /** Presses a field and types. False as with `press`. */
  type(wanted: Wanted, text: string): Promise<boolean>;
  screenshot(): Promise<Uint8Array>;
  /**
   * Closes the browser and starts it again with what it has kept, and no page. False: this engine keeps nothing when it is
   * driven by a program, and is still as it was.
   */
  restart(): Promise<boolean>;
  /** Errors of the pages so far that nobody has caught, as far as the engine tells. */
  pageErrors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Milliseconds that one step of a page may take before something is wrong, on a machine that stands still at times. */
export const STEP_MS = 60_000;
