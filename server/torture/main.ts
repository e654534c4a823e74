import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "../store/testing/cluster.ts";
import { type Result, torture, WRITERS } from "./torture.ts";

/** `npm run torture -- --store sqlite|postgres --rounds 100`: one line says how it went. */

const { values } = parseArgs({
  options: {
    store: { type: "string", default: "sqlite" },
    rounds: { type: "string", default: "100" },
  },
});
const rounds = Number(values.rounds);
if (!/^(sqlite|postgres)$/.test(values.store) || !Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write("usage: npm run torture -- --store sqlite|postgres --rounds 100\n");
  process.exit(1);
}

async function onSqlite(): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-torture-"));
  try {
    return await torture({ directory }, rounds);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<Result> {
  const cluster = await startCluster();
  try {
    return await torture({ cluster, databaseUrl: cluster.url("postgres") }, rounds);
  } finally {
    await cluster.stop();
  }
}

const began = performance.now();
const { faults, ...figures } = values.store === "sqlite" ? await onSqlite() : await onPostgres();
for (const fault of faults) process.stderr.write(`${fault}\n`);
const seconds = Math.round((performance.now() - began) / 1000);
const line = {
  torture: values.store,
  writers: WRITERS,
  ...figures,
  faults: faults.length,
  seconds,
};
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
