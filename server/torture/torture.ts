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
/** Answers before the kill, at the most: from within the first commits to well into the writing. */
const ANSWERS = 60;
/** After the last of them, so that the kill meets any moment of a commit. Milliseconds. */
const WITHIN_MS = 30;
/** The longest a round waits for its answers. */
const PATIENCE_MS = 20_000;

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
    const answers = counter(Math.floor(Math.random() * ANSWERS));
    const writing = writers.map((writer) => writer.pushUntilGone(server.url, answers.count));
    await Promise.race([answers.reached, pause(PATIENCE_MS)]);
    await pause(Math.random() * WITHIN_MS);
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

/** Resolves when it was counted to. */
function counter(target: number): { readonly count: () => void; readonly reached: Promise<void> } {
  let counted = 0;
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const count = (): void => {
    counted += 1;
    if (counted >= target) reach();
  };
  if (target === 0) reach();
  return { count, reached };
}

/** Every third round Postgres crashes; in every other second one its connections are cut under a server that goes on. */
async function hurt(cluster: Cluster, round: number): Promise<boolean> {
  if (round % 3 === 0) await cluster.crash();
  else if (round % 2 === 0) {
    await cluster.cutConnections();
    await pause(Math.random() * 10 * WITHIN_MS);
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
