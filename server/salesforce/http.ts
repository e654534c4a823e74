import { exchange, isJson, type JsonAnswer, type JsonRequest } from "../upstream/exchange.ts";
import { type Answer, answered, failed } from "./errors.ts";

const isRedirect = (status: number): boolean => status > 300 && status < 400 && status !== 304;

/** A round of the mirror is five pages of 2,000 records, some 10 MB. */
const MAX_ANSWER_BYTES = 32_000_000;

/** One exchange that must end in JSON, whatever the status; HTML is never parsed. */
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
