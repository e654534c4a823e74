import type { Context } from "hono";
import type { CompanyCamError, CompanyCamErrorCode } from "../companycam/errors.ts";

/** Why something about CompanyCam is not done: its own errors, and ours before it is asked. */
export type CompanyCamRefusal =
  | CompanyCamErrorCode
  | "body_not_json"
  | "not_json_type"
  | "body_too_large"
  | "unavailable"
  | "request_invalid"
  | "unknown_estimate"
  | "no_address"
  | "not_a_photo"
  | "digest_differs"
  | "id_taken"
  | "photos_full"
  | "interrupted"
  | "unknown_tags"
  | "originals_for_authors"
  | "not_failed";

type Status = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 503 | 507;

interface Refusal {
  readonly status: Status;
  /** What happened and what to do, for people. */
  readonly message: string;
  readonly retryable: boolean;
}

const no = (status: Status, message: string): Refusal => ({ status, message, retryable: false });
const later = (message: string): Refusal => ({ status: 503, message, retryable: true });

const AWAY = "CompanyCam does not answer just now. What is on its way there goes on by itself.";
const NEEDS_A_PERSON =
  "CompanyCam does not let us in. Whoever runs Paintbox has to connect it again.";

const refusals: Readonly<Record<CompanyCamRefusal, Refusal>> = {
  not_connected: no(409, "Paintbox is not connected to CompanyCam."),
  reconnect: later(NEEDS_A_PERSON),
  unauthorized: later(NEEDS_A_PERSON),
  plan_expired: later("The CompanyCam plan of your company does not include its API any more."),
  unreachable: later(AWAY),
  timeout: later(AWAY),
  maintenance: later(AWAY),
  busy: later(AWAY),
  rate_limited: later("CompanyCam has been asked a lot this minute. Try again in a moment."),
  forbidden: later("CompanyCam does not allow this to Paintbox."),
  insufficient_scope: later("CompanyCam does not allow this to Paintbox: its token lacks a scope."),
  wrong_address: later("CompanyCam is not where Paintbox looks for it."),
  unexpected: later("CompanyCam answered something that Paintbox does not understand."),
  not_found: no(404, "CompanyCam has nothing of that id."),
  conflict: no(409, "CompanyCam refuses this: something else has changed there meanwhile."),
  rejected: no(422, "CompanyCam refuses this."),
  body_not_json: no(400, "The body is not JSON in UTF-8. Send it whole."),
  not_json_type: no(415, "Send the body with content-type: application/json."),
  body_too_large: no(413, "This is too large; nothing was kept."),
  unavailable: later("Too many large requests are under way. Try again later."),
  request_invalid: no(422, "Part of the request is not as it should be; nothing was changed."),
  unknown_estimate: no(404, "Your company has no estimate of that id."),
  no_address: no(422, "The estimate has no street address, and neither has its customer."),
  not_a_photo: no(415, "This is no JPEG, PNG, WebP or HEIC image; nothing was kept."),
  digest_differs: no(
    422,
    "The photo did not arrive as it was sent; nothing was kept. Send it again.",
  ),
  id_taken: no(409, "Another photo has this id already; nothing was changed."),
  photos_full: {
    status: 507,
    message:
      "Too many photos of your company wait for CompanyCam, or have failed; this one was not kept. Try the failed ones again, and send it when some have arrived.",
    retryable: true,
  },
  interrupted: { ...no(409, "The photo did not arrive whole. Send it again."), retryable: true },
  unknown_tags: no(422, "CompanyCam does not know some of these tags; nothing was changed."),
  originals_for_authors: no(403, "Originals are for those who write estimates."),
  not_failed: no(409, "This photo has not failed."),
};

/** Answers a request about CompanyCam that is not fulfilled. @param details that programs read beside it. */
export function refuseCompanyCam(
  context: Context,
  refusal: CompanyCamRefusal | CompanyCamError,
  details: Readonly<Record<string, unknown>> = {},
): Response {
  const code = typeof refusal === "string" ? refusal : refusal.code;
  const { status, message, retryable } = refusals[code];
  const afterMs = typeof refusal === "string" ? null : refusal.retryAfterMs;
  if (afterMs !== null) context.header("retry-after", String(Math.ceil(afterMs / 1000)));
  return context.json({ error: { code, message, retryable }, ...details }, status);
}
