import type { ApiBudget, Purpose } from "./api-budget.ts";
import { type Answer, errorOfAnswer, failed } from "./errors.ts";
import type { JsonAnswer, JsonRequest } from "../upstream/exchange.ts";
import { exchangeJson } from "./http.ts";
import type { Resilience } from "./resilience.ts";
import type { Token, TokenSource } from "./token-source.ts";

/** A call to the org's REST API; `path` starts at the instance, `/services/data/...`. */
export interface ApiCall extends Pick<JsonRequest, "method" | "timeoutMs"> {
  readonly path: string;
  readonly json?: unknown;
  readonly purpose: Purpose;
  /** Whether sending it twice is the same as sending it once, so that it may be repeated at once. */
  readonly repeatable: boolean;
}

export interface Transport {
  send(call: ApiCall): Promise<Answer<JsonAnswer>>;
}

interface TransportParts {
  readonly tokens: TokenSource;
  readonly budget: ApiBudget;
  readonly resilience: Resilience;
  /** Aborted when the process stops. */
  readonly signal?: AbortSignal | undefined;
}

/** 401s that a fresh token does not cure; renewing on them would go on for ever. */
const INCURABLE =
  /This session is not valid for use with the REST API|Connected app is not attached to Agent/i;

function wantsNewToken(answer: Answer<JsonAnswer>): boolean {
  if (!answer.ok) return answer.error.code === "moved";
  if (answer.value.status !== 401) return false;
  return !INCURABLE.test(errorOfAnswer(401, answer.value.body).message);
}

/** Sends calls with a token, renews it once when it is refused, and types every failure. */
export function createTransport({ tokens, budget, resilience, signal }: TransportParts): Transport {
  const exchange = async (call: ApiCall, token: Token): Promise<Answer<JsonAnswer>> => {
    const answer = await exchangeJson({
      url: new URL(call.path, token.instanceUrl),
      method: call.method,
      headers: {
        authorization: `Bearer ${token.accessToken}`,
        ...(call.json === undefined ? {} : { "content-type": "application/json" }),
      },
      body: call.json === undefined ? undefined : JSON.stringify(call.json),
      timeoutMs: call.timeoutMs,
      signal,
    });
    if (answer.ok) budget.note(answer.value.headers);
    return answer;
  };
  const attempt = async (call: ApiCall): Promise<Answer<JsonAnswer>> => {
    const token = await tokens.current();
    if (!token.ok) return token;
    let answer = await exchange(call, token.value);
    if (wantsNewToken(answer)) {
      const renewed = await tokens.replace(token.value);
      if (!renewed.ok) return renewed;
      answer = await exchange(call, renewed.value);
    }
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status >= 200 && status < 300) return answer;
    const error = errorOfAnswer(status, body);
    if (error.code === "quota_spent") budget.noteSpent();
    return { ok: false, error };
  };
  return {
    send: (call) =>
      budget.allows(call.purpose)
        ? resilience.run(call.repeatable, () => attempt(call))
        : Promise.resolve(failed("quota_spent", "The day's API calls are nearly used up.")),
  };
}
