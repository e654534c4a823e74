import type { StoreError } from "./store-error.ts";

/**
 * Why a store does not open, for the person who runs the server: which setting, and what to do. Says where
 * a Postgres is, and never who signs in there with what.
 */
export function storeProblem(
  error: StoreError,
  {
    dataDirectory,
    databaseUrl,
  }: { readonly dataDirectory: string; readonly databaseUrl: string | null },
): string {
  if (databaseUrl === null) return `DATA_DIR ${dataDirectory}: ${error.message}`;
  const where = `DATABASE_URL ${databaseName(databaseUrl)}: ${error.message}`;
  return error.code === "away"
    ? `${where} Start that Postgres, or correct DATABASE_URL; then start Paintbox again.`
    : where;
}

function databaseName(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
