import { exchange, isJson, type JsonAnswer, type JsonRequest } from "../upstream/exchange.ts";
import { type Answer, answered, failed } from "./errors.ts";

/** A page of 100 photos with all their addresses has some 300 KB. */
const MAX_ANSWER_BYTES = 8_000_000;

/** One exchange that must end in JSON, whatever the status. CompanyCam redirects to a sign-in page what it does not know. */
export async function exchangeJson(
  request: Omit<JsonRequest, "maxBytes">,
): Promise<Answer<JsonAnswer>> {
  const exchanged = await exchange({ ...request, maxBytes: MAX_ANSWER_BYTES });
  if (!exchanged.ok)
    return failed(
      exchanged.code === "too_large" ? "maintenance" : exchanged.code,
      exchanged.message,
    );
  const { status, headers, text } = exchanged;
  if (status >= 300 && status < 400)
    return failed("wrong_address", `CompanyCam answered ${status}, a redirect.`);
  // The limit may be kept by a gateway that does not speak JSON.
  if (status === 204 || status === 429) return answered({ status, body: null, headers });
  if (!isJson(headers))
    return failed("maintenance", `CompanyCam answered ${status} with a page instead of data.`);
  try {
    const body: unknown = JSON.parse(text);
    return answered({ status, body, headers });
  } catch {
    return failed("unreachable", "The answer broke off in the middle.");
  }
}
