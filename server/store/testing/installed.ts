import { execFileSync } from "node:child_process";
import { accessSync, constants, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where the programs are that the store's tests run on; null for one that is not installed. */
export interface Installed {
  /** The folder of `postgres` and `initdb`. */
  readonly postgres: string | null;
  /** The file. */
  readonly pgbouncer: string | null;
}

/** Debian keeps Postgres' programs by version, and PgBouncer outside an ordinary user's PATH. */
export function findInstalled(): Installed {
  const path = (process.env["PATH"] ?? "").split(delimiter);
  const versions = globSync("/usr/lib/postgresql/*/bin").toSorted((one, other) =>
    other.localeCompare(one, "en", { numeric: true }),
  );
  const postgres = [...versions, ...path].find(
    (folder) => isProgram(join(folder, "postgres")) && isProgram(join(folder, "initdb")),
  );
  const pgbouncer = [...path, "/usr/sbin", "/usr/local/sbin"]
    .map((folder) => join(folder, "pgbouncer"))
    .find(isProgram);
  return { postgres: postgres ?? null, pgbouncer: pgbouncer ?? null };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whom the databases run as: they refuse root, who becomes the user that Debian made for them. */
export function databaseUser(): { readonly uid: number; readonly gid: number } {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid };
  const ask = (flag: string): number => Number(execFileSync("id", [flag, "postgres"]).toString());
  return { uid: ask("-u"), gid: ask("-g") };
}
