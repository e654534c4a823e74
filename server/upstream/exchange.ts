export interface JsonAnswer {
  readonly status: number;
  /** Parsed, not yet checked; null for an answer without a body. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface JsonRequest {
  readonly url: URL;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | URLSearchParams | undefined;
  /** Until the last byte of the body, in milliseconds: a body that drips is cut off as well. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, to its last byte; or why nothing did. */
export type Exchanged =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly ok: false; readonly code: "timeout" | "unreachable"; readonly message: string };

/**
 * One HTTP exchange with an outside system. Redirects are not followed: a bearer token must not wander. Nothing is
 * thrown for what a network can do.
 */
export async function exchange(request: JsonRequest): Promise<Exchanged> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { accept: "application/json", ...request.headers },
      body: request.body ?? null,
      redirect: "manual",
      signal: request.signal ? AbortSignal.any([deadline, request.signal]) : deadline,
    });
    const { status, headers } = response;
    return { ok: true, status, headers, text: await response.text() };
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") {
      const message = `No answer within ${request.timeoutMs / 1000} seconds.`;
      return { ok: false, code: "timeout", message };
    }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = cause instanceof Error ? cause.message : "The connection failed.";
    return { ok: false, code: "unreachable", message };
  }
}

export const isJson = (headers: Headers): boolean =>
  /^application\/([\w.-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
