import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Identity } from "../identity.ts";
import { openStore } from "../store/store.ts";
import { postgresKinds, theCluster } from "../store/testing/store-kinds.ts";
import {
  addCustomer,
  colleague,
  maria,
  mutation,
  pushOf,
  stranger,
  TABLET,
  OTHER_TABLET,
  uuid,
} from "../sync/testing/estimate-fixtures.ts";
import { type ServerChild, startServerChild } from "../sync/testing/start-child.ts";
import { hasRedis, theRedis } from "./testing/bus-kinds.ts";

/** Two server processes on one Postgres: what is said at one is heard at the other. */

let here: ServerChild;
let there: ServerChild;
const streams: AbortController[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  await Promise.all([here, there].map((server) => server.end("SIGKILL")));
});

const post = (server: ServerChild, path: string, body: object, as: Identity) =>
  fetch(`${server.url}/api/sync/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-test-user": as.userId },
    body: JSON.stringify(body),
  });

async function push(server: ServerChild, seq: number, as = maria, tablet = TABLET): Promise<void> {
  const id = `${as.userId}-${seq}`;
  const operation = { ...addCustomer, id };
  const number = seq + (as === maria ? 100 : 200);
  const body = pushOf([mutation(number, seq, [operation])], tablet);
  expect((await post(server, "push", body, as)).status).toBe(200);
}

const open = (server: ServerChild, estimateId: string | null, beat: number, as = maria) =>
  post(server, "presence", { estimateId, tabId: uuid(0xb1), beat }, as);

/** All that a stream has said; the runner's own deadline ends a wait in vain. */
async function listen(server: ServerChild, as: Identity) {
  const stream = new AbortController();
  streams.push(stream);
  const response = await fetch(`${server.url}/api/sync/events`, {
    headers: { "x-test-user": as.userId },
    signal: stream.signal,
  });
  if (response.body === null) throw new Error("no stream");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const said = { text: "" };
  const until = async (isIn: (text: string) => boolean): Promise<void> => {
    while (!isIn(said.text)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the stream ended after ${said.text}`);
      said.text += value;
    }
  };
  const latest = (): number =>
    Math.max(...Array.from(said.text.matchAll(/"rev":(\d+)/g), ([, rev]) => Number(rev)));
  /** Waits for a poke of a later revision than any so far, and answers with that. */
  const poke = async (): Promise<number> => {
    const before = latest();
    await until(() => latest() > before);
    return latest();
  };
  await until((text) => text.includes("event: poke"));
  return { said, until, poke };
}

const kinds = [
  ...(postgresKinds.length > 0 ? [{ name: "by polling", redis: false }] : []),
  ...(hasRedis ? [{ name: "through Redis", redis: true }] : []),
];

describe.each(kinds)("two processes $name", ({ redis }) => {
  beforeEach(async () => {
    const cluster = await theCluster();
    await cluster.run("postgres", "drop schema public cascade; create schema public");
    const url = cluster.url("postgres");
    const store = await openStore({ databaseUrl: url });
    for (const { companyId, userId, userName, role } of [maria, colleague, stranger])
      await store.write((tx) =>
        tx
          .insertInto("user")
          .values({ id: userId, company_id: companyId, name: userName, email: "", role })
          .execute(),
      );
    await store.close();
    const redisUrl = redis ? (await theRedis()).url : "";
    [here, there] = await Promise.all([
      startServerChild(url, redisUrl),
      startServerChild(url, redisUrl),
    ]);
  });

  test("a push at one is told by the other, to the company and to nobody else", async () => {
    const ours = await listen(there, colleague);
    const theirs = await listen(there, stranger);
    await push(here, 1);
    await ours.poke();
    await push(here, 1, stranger, OTHER_TABLET);
    await theirs.poke();
    expect(theirs.said.text.match(/event: poke/g)).toHaveLength(2);
  });

  test("who opens an estimate at one is seen at the other, and gone again", async () => {
    const stream = await listen(there, colleague);
    await open(here, "e1", 1);
    await stream.until((text) => text.includes(`"people":[{"userId":"${maria.userId}"`));
    expect(stream.said.text).toContain(`"name":"${maria.userName}"`);
    await open(here, null, 2);
    await stream.until((text) => text.includes(`{"estimateId":"e1","people":[]}`));
  });

  test("killed in the middle, the one leaves the other working, and what it acknowledged is told", async () => {
    const stream = await listen(there, colleague);
    await push(here, 1);
    await here.end("SIGKILL");
    await stream.poke();
    await push(there, 2);
    expect(await stream.poke()).toBeGreaterThan(1);
  });

  test.runIf(redis)(
    "Redis killed in the middle: changes and people are told all the same",
    async () => {
      const stream = await listen(there, colleague);
      await push(here, 1);
      await stream.poke();
      await (await theRedis()).kill();
      await push(here, 2);
      await stream.poke();
      await open(here, "e1", 1);
      await stream.until((text) => text.includes(maria.userName));
      await (await theRedis()).start();
      await push(here, 3);
      expect(await stream.poke()).toBeGreaterThan(1);
    },
  );
});
