import type { SharedFile } from "../shared/shared-file.ts";
import type { WorkerDatabase } from "./database.ts";

/** What the worker has to know after it was stopped, by name. */
export interface Facts {
  /** Undefined: never noted, or lost. */
  read(name: FactName): Promise<Fact | undefined>;
  note(fact: Fact): Promise<void>;
  forget(name: FactName): Promise<void>;
}

/**
 * `who`: whose pictures are kept. `active` and `installed`: the addresses in the cache of the build that serves, and of the
 * last one that was installed after it. `shared`: what another app has handed over.
 */
export type Fact =
  | { readonly name: "who"; readonly who: string | null }
  | { readonly name: "shared"; readonly file: SharedFile }
  | { readonly name: "active" | "installed"; readonly addresses: readonly string[] };
export type FactName = Fact["name"];

export const factsIn = (database: WorkerDatabase): Facts => ({
  read: (name) => database.read("facts", (store): IDBRequest<Fact | undefined> => store.get(name)),
  note: (fact) => database.change("facts", (store) => store.put(fact)),
  forget: (name) => database.change("facts", (store) => store.delete(name)),
});
