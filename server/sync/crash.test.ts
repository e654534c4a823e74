import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { pushResponseSchema } from "../../shared/sync/wire.ts";
import { openStore } from "../store/store.ts";
import { addCustomer, maria, mutation, pushOf, uuid } from "./testing/estimate-fixtures.ts";
import { type ServerChild, startServerChild } from "./testing/start-child.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "paintbox-crash-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Answers that arrive before the server is killed, by round: from within the first push to well into it. */
const ANSWERS_BEFORE_KILL = [1, 3, 8, 20, 45];
const TABLETS = 6;

/**
 * One tablet that pushes two mutations at a time for as long as the server answers.
 *
 * @returns the mutations it was told are on disk.
 */
async function pushUntilGone(
  url: string,
  tablet: string,
  base: number,
  answered: () => void,
): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let seq = 1; ; seq += 2) {
    const mutations = [seq, seq + 1].map((next) =>
      mutation(base + next, next, [{ ...addCustomer, id: `c${base + next}` }]),
    );
    try {
      const response = await fetch(`${url}/api/sync/push`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-test-user": maria.userId },
        body: JSON.stringify(pushOf(mutations, tablet)),
      });
      const { lastSeq, results } = z.parse(pushResponseSchema, await response.json());
      if (lastSeq === seq + 1) acknowledged.push(...results.map(({ id }) => id));
      answered();
    } catch {
      return acknowledged;
    }
  }
}

async function pushAndKill(server: ServerChild, round: number, after: number): Promise<string[]> {
  let answers = 0;
  let killed: Promise<unknown> = Promise.resolve();
  const answered = (): void => {
    answers += 1;
    if (answers === after) killed = server.end("SIGKILL");
  };
  const acknowledged = await Promise.all(
    Array.from({ length: TABLETS }, (_, index) => {
      const number = round * TABLETS + index + 1;
      return pushUntilGone(server.url, uuid(0xf000 + number), number * 0x10000, answered);
    }),
  );
  await killed;
  return acknowledged.flat();
}

test("killed while tablets push, the server has everything that it acknowledged (I1)", async () => {
  const acknowledged: string[] = [];
  for (const [round, after] of ANSWERS_BEFORE_KILL.entries())
    acknowledged.push(...(await pushAndKill(await startServerChild(directory), round, after)));
  const store = await openStore({ directory });
  const log = await store.db.selectFrom("mutation").select(["id", "outcome"]).execute();
  const records = await store.db.selectFrom("record").select("id").execute();
  await store.close();
  const kept = new Set(log.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(2 * ANSWERS_BEFORE_KILL.length);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(log.every(({ outcome }) => outcome === "applied")).toBe(true);
  expect(records).toHaveLength(log.length);
}, 60_000);

test("told to stop, the server ends its streams, lets the directory go and exits with 0", async () => {
  const server = await startServerChild(directory);
  const events = await fetch(`${server.url}/api/sync/events`, {
    headers: { "x-test-user": maria.userId },
  });
  const stream = events.text();
  expect(await server.end("SIGTERM")).toBe(0);
  expect(await stream).toContain("event: poke");
  const store = await openStore({ directory });
  await store.close();
}, 30_000);
