import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { viewOf } from "./tablet-rows.ts";
import type { SimulatedTablet } from "./tablet.ts";

const tables = ["record where entity <> 'priceBook'", "mutation", "client", "clock"];

/** Of what was told and of how everything ended: the same for the same history, and for no other. */
export function digestOf(
  database: DatabaseSync,
  tablets: readonly SimulatedTablet[],
  lines: readonly string[],
): string {
  const hash = createHash("sha256");
  hash.update(lines.join("\n"));
  for (const table of tables)
    hash.update(JSON.stringify(database.prepare(`select * from ${table}`).all()));
  for (const { disk } of tablets) hash.update(viewOf(disk).join("\n"));
  return hash.digest("hex");
}
