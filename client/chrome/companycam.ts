import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { companyCamStatusSchema } from "../../shared/companycam/job-photos.ts";
import { signedFetch } from "../session/signed-fetch.ts";

const TIMEOUT_MS = 5_000;

async function askConnected({ signal }: { readonly signal: AbortSignal }): Promise<boolean> {
  const answer = await signedFetch("/api/v1/companycam/status", {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  return z.parse(companyCamStatusSchema, await answer.json()).connected;
}

/** Whether the server is connected to a CompanyCam; null while nobody has said so. It changes when somebody sets it up. */
export const useCompanyCam = (): boolean | null =>
  useQuery({
    queryKey: ["companycam-status"],
    queryFn: askConnected,
    staleTime: Infinity,
    gcTime: Infinity,
  }).data ?? null;
