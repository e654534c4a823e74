import { type Answer, answered, failed } from "./errors.ts";

export interface JsonAnswer {
  readonly status: number;
  /** Parsed, not yet checked; null for an answer without a body. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface JsonRequest {
  readonly url: URL;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | URLSearchParams | undefined;
  /** Until the last byte of the body, in milliseconds: a body that drips is cut off as well. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "TimeoutError";

const isRedirect = (status: number): boolean => status > 300 && status < 400 && status !== 304;

const isJson = (headers: Headers): boolean =>
  /^application\/([\w.-]+\+)?json\b/i.test(headers.get("content-type") ?? "");

/**
 * One HTTP exchange that must end in JSON, whatever the status. Redirects are not followed (a bearer
 * token must not wander), HTML is never parsed, and nothing is thrown for what a network can do.
 */
export async function exchangeJson(request: JsonRequest): Promise<Answer<JsonAnswer>> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { accept: "application/json", ...request.headers },
      body: request.body ?? null,
      redirect: "manual",
      signal: request.signal ? AbortSignal.any([deadline, request.signal]) : deadline,
    });
    return await readJson(response);
  } catch (error) {
    if (isTimeout(error))
      return failed("timeout", `No answer within ${request.timeoutMs / 1000} seconds.`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return failed("unreachable", cause instanceof Error ? cause.message : "The connection failed.");
  }
}

async function readJson(response: Response): Promise<Answer<JsonAnswer>> {
  const { status, headers } = response;
  const text = await response.text();
  if (isRedirect(status)) return failed("moved", `Salesforce answered ${status}, a redirect.`);
  if (status === 204 || status === 304) return answered({ status, body: null, headers });
  if (status === 420 || !isJson(headers))
    return failed("maintenance", `Salesforce answered ${status} with a page instead of data.`);
  try {
    const body: unknown = JSON.parse(text);
    return answered({ status, body, headers });
  } catch {
    return failed("unreachable", "The answer broke off in the middle.");
  }
}
