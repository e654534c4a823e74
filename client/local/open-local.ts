import { Dexie } from "dexie";
import { databaseName, type DatabaseOptions, PaintboxDatabase } from "./database.ts";
import { type Local, newIdFrom } from "./local.ts";
import { keepStorage } from "./keep-storage.ts";
import { MAX_REOPENINGS, messageOf, storageTrouble } from "./storage-errors.ts";
import { ensureSyncMeta } from "./sync-meta.ts";

/** A tab that does not let go of an older database within this time needs a person to close it. */
export const BLOCKED_AFTER_MS = 3_000;

export type OpenError =
  /** Another tab holds an older version open: close the other tabs. */
  | { readonly code: "blocked" }
  /** This tablet's database was written by a newer version of the app: reload. */
  | { readonly code: "newer_version" }
  | { readonly code: "storage_full" }
  /** The browser gives no lasting storage here: a private window, or storage switched off. */
  | { readonly code: "not_kept" }
  | { readonly code: "broken"; readonly message: string };

export type OpenResult =
  | { readonly ok: true; readonly value: Local }
  | { readonly ok: false; readonly error: OpenError };

export interface OpenOptions extends DatabaseOptions {
  readonly companyId: string;
  readonly userId: string;
  readonly now?: (() => number) | undefined;
  readonly randomBytes?: ((bytes: Uint8Array<ArrayBuffer>) => Uint8Array) | undefined;
  /** Milliseconds; tests shorten it. */
  readonly blockedAfter?: number | undefined;
}

/**
 * Opens the records of one painter on this tablet.
 *
 * A connection the browser loses while opening is dropped and opened afresh, at most three times: a
 * handle that failed once never recovers by itself.
 */
export async function openLocal(options: OpenOptions): Promise<OpenResult> {
  const now = options.now ?? Date.now;
  const randomBytes = options.randomBytes ?? ((bytes) => crypto.getRandomValues(bytes));
  const newId = newIdFrom(now, randomBytes);
  for (let reopenings = 0; ; reopenings += 1) {
    const database = new PaintboxDatabase(databaseName(options.companyId, options.userId), options);
    const error = await openOnce(database, newId, options.blockedAfter ?? BLOCKED_AFTER_MS);
    if (error === null) return { ok: true, value: { database, now, newId, onSaved: keepStorage } };
    database.close();
    if (error !== "lost") return { ok: false, error };
    if (reopenings === MAX_REOPENINGS)
      return {
        ok: false,
        error: { code: "broken", message: "the connection was lost repeatedly" },
      };
  }
}

async function openOnce(
  database: PaintboxDatabase,
  newId: () => string,
  blockedAfter: number,
): Promise<OpenError | "lost" | null> {
  // Another tab wants to upgrade: let it, and answer every later edit here with `closed`. False keeps
  // Dexie's own listener from opening the database again under this tab's older code.
  database.on("versionchange", () => {
    database.close();
    return false;
  });
  const blocked = blockedFor(database, blockedAfter);
  try {
    const opened = database.open().then(async () => {
      await ensureSyncMeta(database, newId);
      return null;
    });
    // When `blocked` wins, the caller closes the database, and that rejection is nobody's news.
    opened.catch(() => undefined);
    return await Promise.race([opened, blocked.error]);
  } catch (error) {
    return openErrorOf(error);
  } finally {
    blocked.stop();
  }
}

function blockedFor(database: PaintboxDatabase, milliseconds: number) {
  const { promise, resolve } = Promise.withResolvers<OpenError>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  database.on("blocked", () => {
    timer ??= setTimeout(() => resolve({ code: "blocked" }), milliseconds);
  });
  return { error: promise, stop: () => clearTimeout(timer) };
}

function openErrorOf(error: unknown): OpenError | "lost" {
  const names = error instanceof Error ? [error.name, error.cause] : [];
  if (names.includes(Dexie.errnames.Version)) return { code: "newer_version" };
  const notKept = [
    Dexie.errnames.MissingAPI,
    Dexie.errnames.InvalidAccess,
    "SecurityError",
    "NotAllowedError",
    "ReadOnlyError",
  ];
  if (error instanceof Error && notKept.includes(error.name)) return { code: "not_kept" };
  switch (storageTrouble(error)) {
    case "full":
      return { code: "storage_full" };
    case "lost":
      return "lost";
    case "taken_over":
    case "other":
      return { code: "broken", message: messageOf(error) };
  }
}
