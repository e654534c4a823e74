import type { Table } from "dexie";
import type { PhotoType } from "../../../shared/companycam/photo-format.ts";
import { photosNameOf, type PaintboxDatabase } from "../database.ts";
import { type DatabaseOptions, HealthyDatabase } from "../healthy-database.ts";
import type { Local } from "../local.ts";

/**
 * Why a photo does not go out by itself any more. Each of them is for a person: to put something right and try again, or to
 * remove it.
 *
 * - `gone`: the server has no such estimate. - `no-address`: the estimate has nothing to find its project by.
 * - `not-connected`: the company has no CompanyCam. - `project-refused`: CompanyCam does not take the project.
 * - `too-large`, `not-a-photo`: not this photo. - `key-taken`: the server has something else under its key.
 * - `not-taken`: refused for another reason.
 */
export type PhotoProblem =
  | "gone"
  | "no-address"
  | "not-connected"
  | "project-refused"
  | "too-large"
  | "not-a-photo"
  | "key-taken"
  | "not-taken";

/** A photo that is on this tablet and not on the server. */
export interface WaitingPhoto {
  /** The key by which the server takes it once, however often it is sent. A UUID, made when the photo came. */
  readonly id: string;
  readonly estimateId: string;
  readonly name: string;
  readonly type: PhotoType;
  /** Bytes. */
  readonly size: number;
  /** In base64, of what came. */
  readonly sha256: string;
  /** Unix milliseconds. */
  readonly capturedAt: number;
  /** Unix milliseconds; photos go out in this order. */
  readonly filedAt: number;
  /**
   * Where it is sent, once that is known. Noted before the first byte leaves, and kept: under one key the server takes no
   * second project, as when an address is changed between an answer that was lost and the next try.
   */
  readonly projectId: string | null;
  /** Null: it waits, and goes out by itself. */
  readonly problem: PhotoProblem | null;
}

interface BytesRow {
  readonly id: string;
  readonly bytes: ArrayBuffer;
}

/** A person's photos that wait to be sent, apart from the records: see docs/decisions/0034. */
export class PhotoDatabase extends HealthyDatabase {
  declare readonly photo: Table<WaitingPhoto, string>;
  /** Beside what is known of them: whoever counts photos does not read their bytes. */
  declare readonly bytes: Table<BytesRow, string>;
  /** For live queries, which begin anew with another object. */
  readonly readable = { database: this };

  constructor(records: string, storage: DatabaseOptions) {
    super(photosNameOf(records), storage);
    this.version(1).stores({ photo: "id, estimateId, filedAt", bytes: "id" });
    // Another tab wants to upgrade or to delete it: let it, and do not make it anew.
    this.on("versionchange", ({ newVersion }) => {
      this.close();
      this.health.change(newVersion === null ? "cleared" : "taken_over");
      return false;
    });
  }
}

const opened = new WeakMap<PaintboxDatabase, PhotoDatabase>();

/** The photos of whoever has these records open; opened when first read. */
export function photosOf({ database }: Pick<Local, "database">): PhotoDatabase {
  const known = opened.get(database);
  if (known) return known;
  const photos = new PhotoDatabase(database.name, database.storage);
  opened.set(database, photos);
  return photos;
}
