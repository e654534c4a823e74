import * as z from "zod/mini";
import { type HistoryResponse, historyResponseSchema } from "../../../shared/sync/archive.ts";
import { signedFetch } from "../../session/signed-fetch.ts";

/** Somebody waits for it, looking at what the tablet itself knows. */
const HISTORY_TIMEOUT_MS = 15_000;

/** One page of an estimate's history; rejects when the server cannot be asked. */
export async function askHistory(
  estimateId: string,
  before: number | null,
  stop: AbortSignal,
): Promise<HistoryResponse> {
  const address = `/api/sync/history/${encodeURIComponent(estimateId)}`;
  const response = await signedFetch(before === null ? address : `${address}?before=${before}`, {
    signal: AbortSignal.any([stop, AbortSignal.timeout(HISTORY_TIMEOUT_MS)]),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return z.parse(historyResponseSchema, await response.json());
}
