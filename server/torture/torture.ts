import { setTimeout as pause } from "node:timers/promises";
import { withDatabase } from "../backup/backup-file.ts";
import { liveFile } from "../backup/copy-sqlite.ts";
import { openStore } from "../store/store.ts";
import type { Cluster } from "../store/testing/cluster.ts";
import { startServerChild } from "../sync/testing/start-child.ts";
import { inspect } from "./inspect.ts";
import { Writer } from "./writer.ts";

/** Where the servers that are killed keep their data. */
export type Place =
  | { readonly directory: string }
  | { readonly cluster: Cluster; readonly databaseUrl: string };

export interface Result {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly logged: number;
  /** Rounds in which the database itself was cut off or crashed. */
  readonly databaseFaults: number;
  readonly faults: readonly string[];
}

export const WRITERS = 4;
/** From the first push on: within the first commits, up to well into the writing. */
const KILL_WITHIN_MS = 400;

/** Kills a server with SIGKILL while tablets write to it, `rounds` times over the same data. */
export async function torture(place: Place, rounds: number): Promise<Result> {
  const writers = Array.from({ length: WRITERS }, (_, index) => new Writer(index + 1));
  const location = "directory" in place ? place : { databaseUrl: place.databaseUrl };
  const address = "directory" in place ? place.directory : place.databaseUrl;
  const faults: string[] = [];
  let logged = 0;
  let databaseFaults = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startServerChild(address);
    const writing = writers.map((writer) => writer.pushUntilGone(server.url));
    await pause(Math.random() * KILL_WITHIN_MS);
    if ("cluster" in place && (await hurt(place.cluster, round))) databaseFaults += 1;
    await server.end("SIGKILL");
    await Promise.all(writing);
    if ("cluster" in place) await place.cluster.start();
    const store = await openStore(location);
    const found = await inspect(store, writers);
    await store.close();
    logged = found.logged;
    faults.push(...[...found.faults, ...damage(place)].map((fault) => `round ${round}: ${fault}`));
  }
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
  return { rounds, acknowledged, logged, databaseFaults, faults };
}

/** Every third round Postgres crashes; in every other second one its connections are cut under a server that goes on. */
async function hurt(cluster: Cluster, round: number): Promise<boolean> {
  if (round % 3 === 0) await cluster.crash();
  else if (round % 2 === 0) {
    await cluster.cutConnections();
    await pause(Math.random() * KILL_WITHIN_MS);
  } else return false;
  return true;
}

function damage(place: Place): readonly string[] {
  if (!("directory" in place)) return [];
  const check = withDatabase(liveFile(place.directory), (database) =>
    String(database.prepare("pragma integrity_check").get()?.["integrity_check"]),
  );
  return check === "ok" ? [] : [check];
}
