import type { Kysely } from "kysely";
import { type Migration, type MigrationProvider, Migrator } from "kysely/migration";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { mirrorRows } from "./migrations/0002-mirror-rows.ts";
import { dormantEstimates } from "./migrations/0003-dormant-estimates.ts";
import { clientDevice } from "./migrations/0005-client-device.ts";
import { presence } from "./migrations/0006-presence.ts";
import { sessionFamilies } from "./migrations/0007-session-families.ts";
import { auditAndEscrow } from "./migrations/0008-audit-and-escrow.ts";
import { companyCam } from "./migrations/0009-companycam.ts";
import { photoUploads } from "./migrations/0010-photo-uploads.ts";
import { tasks } from "./migrations/0011-tasks.ts";
import { salesforceSession } from "./migrations/0012-salesforce-session.ts";
import type { Database } from "./schema.ts";
import { StoreError } from "./store-error.ts";

/** Forward only, in the order of their names. A migration that was released is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
  "0002-mirror-rows": mirrorRows,
  "0003-dormant-estimates": dormantEstimates,
  "0005-client-device": clientDevice,
  "0006-presence": presence,
  "0007-session-families": sessionFamilies,
  "0008-audit-and-escrow": auditAndEscrow,
  "0009-companycam": companyCam,
  "0010-photo-uploads": photoUploads,
  "0011-tasks": tasks,
  "0012-salesforce-session": salesforceSession,
};

/** The names of the migrations that this build knows. */
export const migrationNames: ReadonlySet<string> = new Set(Object.keys(migrations));

/**
 * Brings a database to this build's tables.
 *
 * @throws StoreError `newer_data` when a newer build has migrated it already.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const provider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes("previously executed migration"))
    throw new StoreError(
      "newer_data",
      "This data was written by a newer Paintbox. Start that version, or a newer one.",
      { cause: error },
    );
  throw error;
}
