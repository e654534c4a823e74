/**
 * A sandbox's disk: one SQLite table of documents, written in one transaction per request. What is small is read once
 * at start; afterwards the file is only written to.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export type DocumentChange = {
  readonly kind: string;
  readonly key: string;
  /** JSON, or null to remove the document. */
  readonly body: string | null;
};

export type DocumentFile = {
  /** All documents of a kind in the order of their keys, as [key, JSON]. */
  readonly read: (kind: string) => readonly (readonly [key: string, body: string])[];
  /** One document, for what is too large to be held. */
  readonly get: (kind: string, key: string) => string | undefined;
  /** Writes all changes or none of them. */
  readonly write: (changes: readonly DocumentChange[]) => void;
  readonly close: () => void;
};

/**
 * @param dataDir a folder, made when missing, or `:memory:`
 * @param name of the file in it
 */
export function openDocumentFile(dataDir: string, name: string): DocumentFile {
  if (dataDir !== ":memory:") mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(dataDir === ":memory:" ? dataDir : join(dataDir, name));
  // NORMAL in WAL mode loses nothing when the process is killed, only when the machine loses power.
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists document (
      kind text not null, key text not null, body text not null, primary key (kind, key)
    ) without rowid;
  `);
  const select = database.prepare("select key, body from document where kind = ? order by key");
  const selectOne = database.prepare("select body from document where kind = ? and key = ?");
  const upsert = database.prepare(
    "insert into document (kind, key, body) values (?, ?, ?) on conflict (kind, key) do update set body = excluded.body",
  );
  const remove = database.prepare("delete from document where kind = ? and key = ?");

  return {
    read: (kind) =>
      select.all(kind).map((row) => [String(row["key"]), String(row["body"])] as const),
    get: (kind, key) => {
      const body = selectOne.get(kind, key)?.["body"];
      return typeof body === "string" ? body : undefined;
    },
    write: (changes) => {
      if (changes.length === 0) return;
      database.exec("begin immediate");
      try {
        for (const { kind, key, body } of changes) {
          if (body === null) remove.run(kind, key);
          else upsert.run(kind, key, body);
        }
        database.exec("commit");
      } catch (error) {
        database.exec("rollback");
        throw error;
      }
    },
    close: () => database.close(),
  };
}
