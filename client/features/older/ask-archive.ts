import * as z from "zod/mini";
import {
  type ArchiveRequest,
  type ArchiveResponse,
  archiveResponseSchema,
} from "../../../shared/sync/archive.ts";
import { signedFetch } from "../../session/signed-fetch.ts";

const ARCHIVE_TIMEOUT_MS = 15_000;

/** Estimates on the server that match; rejects when it cannot be asked. */
export async function askArchive(
  request: ArchiveRequest,
  stop: AbortSignal,
): Promise<ArchiveResponse> {
  const response = await signedFetch("/api/sync/archive", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal: AbortSignal.any([stop, AbortSignal.timeout(ARCHIVE_TIMEOUT_MS)]),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return z.parse(archiveResponseSchema, await response.json());
}
