import * as z from "zod/mini";
import { type CompanyCamErrorCode, type Failed, failed } from "./errors.ts";
import type { JsonAnswer } from "../upstream/exchange.ts";

/** A 429 says nothing of when: a quarter of its minute is when it is worth trying. */
export const RATE_PAUSE_MS = 15_000;
/** Of what CompanyCam says, so much goes into our logs and tasks. */
const MOST_TEXT = 200;

/** v2 says it in texts, v1 in objects; who knows what a gateway does. */
const errorsSchema = z.object({
  errors: z.array(
    z.union([
      z.string(),
      z.object({ code: z.optional(z.string()), message: z.optional(z.string()) }),
    ]),
  ),
});

const byStatus: Readonly<Record<number, CompanyCamErrorCode>> = {
  400: "rejected",
  401: "unauthorized",
  402: "plan_expired",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "rejected",
  422: "rejected",
  429: "rate_limited",
};

/** The typed error of an answer that is not a success, of either API. */
export function errorOfAnswer({ status, body, headers }: JsonAnswer): Failed {
  const parsed = z.safeParse(errorsSchema, body);
  const [first] = parsed.success ? parsed.data.errors : [];
  const code = typeof first === "object" ? first.code : undefined;
  const said = (typeof first === "string" ? first : first?.message) ?? "";
  const words = said.slice(0, MOST_TEXT).replace(/\.+$/, "");
  const message = `CompanyCam answered ${status}${words === "" ? "" : `: ${words}`}.`;
  if (status === 429) return failed("rate_limited", message, pauseOf(headers));
  if (code === "insufficient_scope") return failed("insufficient_scope", message);
  if (status >= 500) return failed("busy", message, retryAfterMs(headers));
  return failed(byStatus[status] ?? "unexpected", message);
}

const pauseOf = (headers: Headers): number => retryAfterMs(headers) ?? RATE_PAUSE_MS;

function retryAfterMs(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
