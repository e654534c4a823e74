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
  /** The most that is taken of the body: whoever answers without end must not cost us our memory. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, to its last byte; or why nothing did. */
export type Exchanged =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly text: string }
  | {
      readonly ok: false;
      readonly code: "timeout" | "unreachable" | "too_large";
      readonly message: string;
    };

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
    const text = await textOf(response, request.maxBytes);
    if (text !== null) return { ok: true, status, headers, text };
    const message = `The answer has more than ${request.maxBytes / 1e6} MB.`;
    return { ok: false, code: "too_large", message };
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

/** A body in UTF-8; null, and the rest is not fetched, when it is too large, compressed or not. */
async function textOf({ body }: Response, maxBytes: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

export const isJson = (headers: Headers): boolean =>
  /^application\/([\w.-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
