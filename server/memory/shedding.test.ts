import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { houseOf } from "../../bench/fixtures/house.ts";
import { boss } from "../sync/testing/estimate-fixtures.ts";
import {
  type Ground,
  prepareGround,
  type RunningServer,
  startMain,
} from "../testing/start-main.ts";

let ground: Ground;
let server: RunningServer | undefined;
beforeAll(async () => {
  ground = await prepareGround(boss);
});
afterEach(() => server?.end("SIGKILL"));
afterAll(() => ground.remove());

const headers = () => ({ cookie: ground.cookies[0] ?? "", "content-type": "application/json" });

interface Memory {
  readonly level: string;
  readonly rssBytes: number;
  readonly holders: readonly { readonly name: string; readonly bytes: number | null }[];
}
/** Asks again on a new connection when the server has just closed the idle one, as a browser does. */
const ask = (running: RunningServer, path: string, init: RequestInit = {}): Promise<Response> => {
  const once = () => fetch(`${running.url}${path}`, { ...init, headers: headers() });
  return once().catch(once);
};
const memoryOf = async (running: RunningServer): Promise<Memory> =>
  (await ask(running, "/api/memory")).json();

const { estimate, ...house } = houseOf(200);
const { priceBookId: _, ...fields } = estimate;

/** Asks for a price that nobody has asked for before, with its traces: some 300 KB that are kept. */
async function calculate(running: RunningServer, number: number): Promise<number> {
  const response = await ask(running, "/api/v1/calculations?trace=1", {
    method: "POST",
    body: JSON.stringify({
      estimate: { estimate: { ...fields, title: `House ${number}` }, ...house },
    }),
  });
  await response.arrayBuffer();
  return response.status;
}

test("a server that is given little memory fills, sheds, and stays alive", async () => {
  const first = await startMain(ground.settings);
  await calculate(first, 0);
  const idle = (await memoryOf(first)).rssBytes;
  await first.end();

  // What it takes at rest is two thirds of what it may take.
  const limitMb = Math.ceil(idle / 2 ** 20 / 0.66);
  server = await startMain({ ...ground.settings, MEMORY_LIMIT_MB: String(limitMb) });
  const running = server;
  const answers = new Set<number>();
  for (let number = 1; number <= 400; number += 1) {
    answers.add(await calculate(running, number));
    if (running.events().some(({ event, level }) => event === "memory.level" && level !== "normal"))
      break;
  }
  const level = running.events().find(({ event }) => event === "memory.level");
  expect(level).toMatchObject({
    level: expect.stringMatching(/warning|critical|emergency|exhausted/),
  });
  const { holders } = await memoryOf(running);
  const kept = holders.find(({ name }) => name === "calculations.answers")?.bytes ?? 0;
  expect(kept).toBeLessThan(10_000_000);
  expect([...answers].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await ask(running, "/api/simple-health")).status).toBe(200);

  const cleared = await ask(running, "/api/memory/cache?target=all", { method: "DELETE" });
  expect(cleared.status).toBe(200);
  expect((await memoryOf(running)).holders).toContainEqual({
    name: "calculations.answers",
    bytes: 0,
  });
  // Lines are gathered before they are written.
  await expect
    .poll(() => running.events())
    .toContainEqual(
      expect.objectContaining({ event: "audit", action: "memory.clear_cache", user: boss.userId }),
    );
  expect(await running.end()).toBe(0);
}, 120_000);
