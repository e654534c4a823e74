import type { Context } from "hono";
import { faultSentence } from "../../shared/pricing/fault-sentence.ts";
import type { PriceBookFault } from "../../shared/pricing/price-book-fault.ts";
import {
  type EstimateFault,
  estimateFaultSentence,
} from "../../shared/pricing/wire/estimate-fault.ts";
import { MAX_CALCULATION_BYTES, MAX_TRACED_SURFACES } from "../calculations/limits.ts";
import type { CalculationRefusal } from "../calculations/refusal.ts";

type Status = 400 | 403 | 404 | 413 | 415 | 422 | 503;

interface Answer {
  readonly status: Status;
  /** What happened and what to do, for people. */
  readonly message: string;
  readonly faults?: readonly (EstimateFault | PriceBookFault)[];
}

const inWhole = (faults: readonly EstimateFault[], whole: string) =>
  faults.map((fault) => ({ ...fault, sentence: estimateFaultSentence(fault, whole) }));

function answerOf(refusal: CalculationRefusal): Answer {
  switch (refusal.code) {
    case "body_not_json":
      return { status: 400, message: "The body is not JSON in UTF-8. Send it whole." };
    case "not_json_type":
      return {
        status: 415,
        message: "The body is not said to be JSON. Send it with content-type: application/json.",
      };
    case "body_too_large":
      return {
        status: 413,
        message: `The body has more than ${MAX_CALCULATION_BYTES} bytes. Price the estimate in parts, or name the price book by its id.`,
      };
    case "unavailable":
      return { status: 503, message: "Too many large requests are under way. Try again later." };
    case "request_invalid":
      return {
        status: 422,
        message: "The request is not as it should be; faults says where, and what to do.",
        faults: inWhole(refusal.faults, "The request"),
      };
    case "estimate_invalid":
      return {
        status: 422,
        message: "The estimate cannot be read; faults says where, and what to do.",
        faults: inWhole(refusal.faults, "The estimate"),
      };
    case "price_book_invalid":
      return {
        status: 422,
        message: "The price book cannot be priced with; faults says where, and what to do.",
        faults: refusal.faults.map((fault) => ({ ...fault, sentence: faultSentence(fault) })),
      };
    case "estimate_unknown":
      return {
        status: 404,
        message: `Your company has no estimate with the id "${refusal.id}".`,
      };
    case "price_book_unknown":
      return {
        status: 404,
        message:
          refusal.id === null
            ? "Your company has no price book yet. Send one with the request."
            : `Your company has no price book with the id "${refusal.id}". Name another, or send one.`,
      };
    case "trace_too_large":
      return {
        status: 422,
        message: `Figures are explained for ${MAX_TRACED_SURFACES} surfaces at the most. Ask without trace, or price the estimate in parts.`,
      };
  }
}

/** Answers a calculation that is not made: a code for programs, a sentence for people, and what is wrong where. */
export function refuseCalculation(context: Context, refusal: CalculationRefusal): Response {
  const { status, message, faults } = answerOf(refusal);
  const code = refusal.code === "not_json_type" ? "body_not_json" : refusal.code;
  return context.json(
    { error: { code, message, retryable: status === 503 }, ...(faults && { faults }) },
    status,
  );
}
