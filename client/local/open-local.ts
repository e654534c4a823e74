import { Dexie } from "dexie";
import type { DatabaseOptions } from "./healthy-database.ts";
import { databaseName, PaintboxDatabase } from "./database.ts";
import { MAX_REOPENINGS } from "./healing.ts";
import { type Local, newIdFrom } from "./local.ts";
import { keepStorage } from "./keep-storage.ts";
import { createSeen } from "./seen.ts";
import { messageOf, storageTrouble } from "./storage-errors.ts";
import { ensureSyncMeta } from "./sync-meta.ts";

/** A tab that does not let go of an older database within this time needs a person to close it. */
export const BLOCKED_AFTER_MS = 3_000;

export type OpenError =
  /** Another tab holds an older version open. `unblocked` goes on by itself as soon as that tab is closed. */
  | { readonly code: "blocked"; readonly unblocked: Promise<OpenResult> }
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
  /** Another database than the person's own. */
  readonly name?: string | undefined;
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
export function openLocal(options: OpenOptions): Promise<OpenResult> {
  const blocked = Promise.withResolvers<OpenResult>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openRepeatedly(options, () => {
    timer ??= setTimeout(
      () => blocked.resolve({ ok: false, error: { code: "blocked", unblocked: opening } }),
      options.blockedAfter ?? BLOCKED_AFTER_MS,
    );
  }).finally(() => clearTimeout(timer));
  return Promise.race([opening, blocked.promise]);
}

async function openRepeatedly(options: OpenOptions, onBlocked: () => void): Promise<OpenResult> {
  const now = options.now ?? Date.now;
  const randomBytes = options.randomBytes ?? ((bytes) => crypto.getRandomValues(bytes));
  const newId = newIdFrom(now, randomBytes);
  const seen = createSeen();
  for (let reopenings = 0; ; reopenings += 1) {
    const name = options.name ?? databaseName(options.companyId, options.userId);
    const database = new PaintboxDatabase(name, options);
    database.on("blocked", onBlocked);
    const opened = await openOnce(database, newId);
    if (typeof opened === "object" && "isNew" in opened)
      return {
        ok: true,
        value: { database, now, newId, onSaved: keepStorage, seen, ...opened },
      };
    database.close();
    if (opened !== "lost") return { ok: false, error: opened };
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
): Promise<Pick<Local, "isNew"> | OpenError | "lost"> {
  // Another tab wants to upgrade or to delete it: let it, and answer every later edit here with `closed`. False keeps
  // Dexie's own listener from opening the database again under this tab's older code.
  database.on("versionchange", ({ newVersion }) => {
    database.close();
    database.health.change(newVersion === null ? "cleared" : "taken_over");
    return false;
  });
  const clearing = watchForClearing(database);
  try {
    await database.open();
    const isNew = await ensureSyncMeta(database, newId);
    clearing.begin();
    return { isNew };
  } catch (error) {
    return openErrorOf(database, error);
  }
}

/**
 * A browser whose data is cleared closes the connection like one that it loses, and what is opened next is another
 * database, without this tablet's name in it: nothing is to be written there as if nothing had happened.
 */
function watchForClearing(database: PaintboxDatabase): { readonly begin: () => void } {
  let isNamed = false;
  const look = async (opened: Dexie): Promise<void> => {
    if (!isNamed || (await opened.table("meta").get("sync")) !== undefined) return;
    database.close();
    database.health.change("cleared");
  };
  database.on("ready", look, true);
  return {
    begin: () => {
      isNamed = true;
    },
  };
}

function openErrorOf(database: PaintboxDatabase, error: unknown): OpenError | "lost" {
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
  switch (storageTrouble(database, error)) {
    case "full":
      return { code: "storage_full" };
    case "lost":
      return "lost";
    case "taken_over":
      return { code: "newer_version" };
    case "other":
      return { code: "broken", message: messageOf(error) };
  }
}
