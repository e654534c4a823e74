import type { Figure } from "./figure.ts";
import { field } from "./fixtures/field-load.ts";
import { startField } from "./fixtures/field-stack.ts";
import { FieldTablet } from "./fixtures/field-tablet.ts";
import { LeanClient } from "./fixtures/lean-client.ts";
import { residentBytes } from "./fixtures/resident-memory.ts";

/**
 * What the built server holds in memory while a hundred tablets work on it: after the first ten minutes and at the end,
 * the most that was seen, and what it grew by. It believes itself in a
 * container of 512 MB, as fly.toml has. `MINUTES=60 npm run bench memory` is the long run.
 */
export const name = "memory";

const TABLETS = 100;
/** Requests a second: a hundred tablets ask less on a busy day. */
const RATE = 200;
const CONTAINER_MB = 512;
const WARM_MINUTES = 10;
const MINUTE_SECONDS = 60;
const MIB = 2 ** 20;

export async function* run(): AsyncGenerator<Figure> {
  const minutes = Math.max(WARM_MINUTES, Number(process.env["MINUTES"] ?? WARM_MINUTES));
  const stack = await startField(TABLETS, CONTAINER_MB);
  const client = new LeanClient(stack.url, TABLETS);
  try {
    const tablets: FieldTablet[] = [];
    for (const [number, cookie] of stack.cookies.entries())
      tablets.push(await FieldTablet.start(stack.url, cookie, client, number));
    const held: number[] = [];
    let errors = 0;
    for (let minute = 1; minute <= minutes; minute += 1) {
      errors += (await field(tablets, MINUTE_SECONDS, RATE)).errors.length;
      held.push(residentBytes(stack.pid) / MIB);
      console.error(`minute ${minute}: ${held.at(-1)?.toFixed(1)} MiB`);
    }
    const warm = held[WARM_MINUTES - 1] ?? Number.NaN;
    yield { label: `after ${WARM_MINUTES} minutes`, value: warm, unit: "MiB" };
    if (minutes > WARM_MINUTES)
      yield {
        label: `after ${minutes} minutes`,
        value: held.at(-1) ?? Number.NaN,
        unit: "MiB",
        baseline: warm,
      };
    yield { label: "the most", value: Math.max(...held), unit: "MiB" };
    yield { label: "errors", value: errors, unit: "requests" };
  } finally {
    client.close();
    await stack.stop();
  }
}
