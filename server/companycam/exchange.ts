import { type Answer, answered, failed } from "./errors.ts";

export interface JsonAnswer {
  readonly status: number;
  /** Parsed, not yet checked; null for an answer without a body. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface JsonRequest {
  readonly url: URL;
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | undefined;
  /** Until the last byte of the body: a body that drips is cut off as well. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "TimeoutError";

const isJson = (headers: Headers): boolean =>
  /^application\/([\w.-]+\+)?json\b/i.test(headers.get("content-type") ?? "");

/**
 * One exchange that must end in JSON, whatever the status. A redirect is never followed: the bearer token must not
 * wander, and CompanyCam redirects to a sign-in page what it does not know. Nothing is thrown for what a network can do.
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
    return failed("unreachable", "The connection to CompanyCam failed.");
  }
}

async function readJson(response: Response): Promise<Answer<JsonAnswer>> {
  const { status, headers } = response;
  const text = await response.text();
  if (status >= 300 && status < 400)
    return failed("wrong_address", `CompanyCam answered ${status}, a redirect.`);
  if (status === 204) return answered({ status, body: null, headers });
  // The limit may be kept by a gateway that does not speak JSON.
  if (status === 429) return answered({ status, body: null, headers });
  if (!isJson(headers))
    return failed("maintenance", `CompanyCam answered ${status} with a page instead of data.`);
  try {
    const body: unknown = JSON.parse(text);
    return answered({ status, body, headers });
  } catch {
    return failed("unreachable", "The answer broke off in the middle.");
  }
}
