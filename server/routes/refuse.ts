import type { Context } from "hono";
import type { ErrorBody, ErrorCode } from "../../shared/sync/wire.ts";

type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 426 | 429 | 500 | 503 | 507;

interface Refusal {
  readonly status: RefusalStatus;
  readonly message: string;
  readonly retryable: boolean;
}

/** What every error code means over HTTP and to a person: what happened, what is safe, what to do. */
const refusals: Readonly<Record<ErrorCode, Refusal>> = {
  body_not_json: {
    status: 400,
    message: "The server could not read what this tablet sent. Your work is safe on the tablet.",
    retryable: false,
  },
  body_invalid: {
    status: 400,
    message:
      "Part of what this tablet sent is not allowed; nothing was changed. Your work is safe on the tablet.",
    retryable: false,
  },
  body_too_large: {
    status: 413,
    message:
      "This tablet sent too much at once; nothing was changed. It is sent again in smaller parts.",
    retryable: false,
  },
  protocol_unsupported: {
    status: 426,
    message:
      "This tablet and the server speak different versions. Update the app; your work is safe.",
    retryable: false,
  },
  schema_unsupported: {
    status: 426,
    message:
      "This tablet's app is of another version than the server. Update it; your work is safe.",
    retryable: false,
  },
  signed_out: {
    status: 401,
    message: "You are signed out. Sign in to send your work; it is safe on this tablet until then.",
    retryable: false,
  },
  refresh_needed: {
    status: 401,
    message: "This tablet shows first that it is still the same one, and asks again by itself.",
    retryable: true,
  },
  proof_needed: {
    status: 401,
    message: "This tablet's proof is missing or made by a clock that is wrong. It makes another.",
    retryable: true,
  },
  forbidden: {
    status: 403,
    message: "Your account may not do this; nothing was changed.",
    retryable: false,
  },
  forked: {
    status: 409,
    message:
      "This tablet was set back to an earlier state. It numbers its work anew and sends it again.",
    retryable: false,
  },
  epoch_changed: {
    status: 409,
    message:
      "The server was restored from a backup. The tablet reads everything anew; your work is safe.",
    retryable: false,
  },
  gap: {
    status: 409,
    message: "Something sent earlier has not arrived yet. It is sent again.",
    retryable: true,
  },
  storage_full: {
    status: 507,
    message: "The server has no room left; nothing was changed. Your work is safe on this tablet.",
    retryable: true,
  },
  not_found: { status: 404, message: "There is nothing at this address.", retryable: false },
  unavailable: {
    status: 503,
    message: "The server cannot answer just now. It is tried again by itself.",
    retryable: true,
  },
  rate_limited: {
    status: 429,
    message: "This tablet asks too often. It is tried again by itself.",
    retryable: true,
  },
  internal: {
    status: 500,
    message:
      "Something went wrong on the server; nothing was changed. Your work is safe on the tablet.",
    retryable: true,
  },
};

/** Details that programs read beside the error, such as `lastSeq` of a fork. */
type Details = Readonly<Record<string, number | string | null>>;

/**
 * Answers a request that is not going to be fulfilled.
 *
 * @param options.message a more fitting sentence than the code's own.
 * @param options.status where HTTP knows a finer word, such as 415.
 * @param options.retryAfterSeconds when it is worth asking again, where that is known.
 */
export function refuse(
  context: Context,
  code: ErrorCode,
  options: {
    readonly message?: string | undefined;
    readonly status?: RefusalStatus | undefined;
    readonly details?: Details | undefined;
    readonly retryAfterSeconds?: number | undefined;
  } = {},
): Response {
  const { status, message, retryable } = refusals[code];
  const body: ErrorBody = { error: { code, message: options.message ?? message, retryable } };
  if (options.retryAfterSeconds !== undefined)
    context.header("retry-after", String(options.retryAfterSeconds));
  return context.json({ ...body, ...options.details }, options.status ?? status);
}
