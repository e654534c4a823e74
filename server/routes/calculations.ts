import { type Context, Hono } from "hono";
import { readCalculation } from "../../shared/pricing/wire/calculation.ts";
import { type Calculator, createCalculator } from "../calculations/calculator.ts";
import { MAX_CALCULATION_BYTES } from "../calculations/limits.ts";
import { refusal, type Result } from "../calculations/refusal.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import type { MemoryWatch } from "../memory/memory-watch.ts";
import type { Observe } from "../observe/observation.ts";
import type { Store } from "../store/store.ts";
import { readJsonBody } from "./read-body.ts";
import { refuseCalculation } from "./refuse-calculation.ts";

/** `POST /calculations`: prices an estimate, for whoever is signed in (docs/calculations.md). */
export function calculationRoutes(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly observe: Observe;
  readonly memory: Pick<MemoryWatch, "register">;
}) {
  const calculator = createCalculator(parts);
  for (const cache of calculator.caches) parts.memory.register(cache);
  return new Hono<AppEnv>().post("/calculations", async (context) => {
    const answer = await answerTo(context, calculator);
    if (!answer.ok) return refuseCalculation(context, answer.error);
    const { body, isKept, priceMs } = answer.value;
    parts.observe({ kind: "calculation", isKept, seconds: priceMs / 1000 });
    return context.body(body, 200, {
      "content-type": "application/json",
      "x-cache": isKept ? "hit" : "miss",
      "server-timing": `price;dur=${priceMs.toFixed(2)}`,
    });
  });
}

async function answerTo(
  context: Context<AppEnv>,
  calculator: Calculator,
): ReturnType<Calculator["calculate"]> {
  const { companyId } = context.var.identity;
  const body = await readBody(context);
  if (!body.ok) return body;
  const read = readCalculation(body.value);
  if (!read.ok) {
    const { faults } = read.error;
    const isEstimate = read.error.in === "estimate";
    return refusal({ code: isEstimate ? "estimate_invalid" : "request_invalid", faults });
  }
  const trace = read.value.trace || ["1", "true"].includes(context.req.query("trace") ?? "");
  return calculator.calculate(companyId, { ...read.value, trace });
}

async function readBody(context: Context<AppEnv>): Promise<Result<unknown>> {
  const body = await readJsonBody(context, MAX_CALCULATION_BYTES);
  return body.ok ? body : refusal({ code: body.error });
}
