import type { Figure } from "./figure.ts";
import { field } from "./fixtures/field-load.ts";
import { startField } from "./fixtures/field-stack.ts";
import { FieldTablet, fieldActions } from "./fixtures/field-tablet.ts";
import { LeanClient } from "./fixtures/lean-client.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * A working day's requests in some seconds: 100 tablets of one company, ten of which are typed on, each with a session of its own, at the built
 * server with the embedded store and both sandboxes behind it. First each asks as soon as it is answered: how many
 * requests a second two processors carry, generator included. Then 1,500 a second whether answered or not: p95 of all
 * requests together and of each kind.
 */
export const name = "mixed";

const TABLETS = 100;
const WARM_UP_SECONDS = 5;
const SECONDS = 20;
const RATE = 1500;

export async function* run(): AsyncGenerator<Figure> {
  const stack = await startField(TABLETS);
  const client = new LeanClient(stack.url, TABLETS);
  try {
    const tablets: FieldTablet[] = [];
    for (const [number, cookie] of stack.cookies.entries())
      tablets.push(await FieldTablet.start(stack.url, cookie, client, number));
    await field(tablets, WARM_UP_SECONDS, null);
    const most = await field(tablets, SECONDS, null);
    yield { label: "most", value: most.requestsPerSecond, unit: "requests/s" };
    yield { label: "most, errors", value: most.errors.length, unit: "requests" };
    const steady = await field(tablets, SECONDS, RATE);
    yield { label: `at ${RATE}/s, p50`, value: quantile(steady.times, 0.5), unit: "ms" };
    yield { label: `at ${RATE}/s, p95`, value: quantile(steady.times, 0.95), unit: "ms" };
    yield { label: `at ${RATE}/s, errors`, value: steady.errors.length, unit: "requests" };
    yield { label: `at ${RATE}/s, hit ratio`, value: steady.hitRatio, unit: "of cached answers" };
    for (const { name: action } of fieldActions) {
      const value = quantile(steady.timesOf.get(action) ?? [], 0.95);
      yield { label: `at ${RATE}/s, ${action}, p95`, value, unit: "ms" };
    }
    for (const error of [...most.errors, ...steady.errors].slice(0, 5)) console.error(error);
  } finally {
    client.close();
    await stack.stop();
  }
}
