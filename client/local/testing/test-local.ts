import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { databaseName, PaintboxDatabase } from "../database.ts";
import type { DatabaseOptions } from "../healthy-database.ts";
import type { Local } from "../local.ts";
import { openLocal } from "../open-local.ts";

/** A tablet in memory: its storage outlives the Local that is opened on it, as a disk outlives a crash. */
export interface TestTablet {
  readonly storage: DatabaseOptions;
  open(): Promise<Local>;
}

const SOME_DAY = Date.UTC(2026, 4, 4, 8);

/** @param seed tablets with different seeds make different ids. */
export function createTablet(seed = 1): TestTablet {
  const storage = { indexedDB: new IDBFactory(), IDBKeyRange };
  let ticks = 0;
  const now = () => SOME_DAY + (ticks += 1) * 1000;
  const randomBytes = (bytes: Uint8Array) => {
    ticks += 1;
    bytes.fill(seed);
    new DataView(bytes.buffer).setUint32(bytes.length - 4, ticks);
    return bytes;
  };
  return {
    storage,
    async open() {
      const opened = await openLocal({
        companyId: "co",
        userId: "u1",
        now,
        randomBytes,
        ...storage,
      });
      if (!opened.ok) throw new Error(`the tablet does not open: ${opened.error.code}`);
      return opened.value;
    },
  };
}

/** A second connection to a tablet's storage, as another tab has. */
export const connect = (storage: DatabaseOptions): PaintboxDatabase =>
  new PaintboxDatabase(databaseName("co", "u1"), storage);
