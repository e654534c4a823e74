import * as z from "zod/mini";
import {
  devicesResponseSchema,
  escrowContentSchema,
  type ListedDevice,
} from "../../../shared/session/devices.ts";
import {
  type Pairing,
  pairingSchema,
  pairingStateSchema,
} from "../../../shared/session/pairing.ts";
import { browserWorld, sendProven } from "../../session/refresh.ts";
import { signedFetch } from "../../session/signed-fetch.ts";

const TIMEOUT_MS = 10_000;

async function ask<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await signedFetch(path, { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return z.parse(schema, await response.json());
}

/** The devices this person may see; rejects when the server cannot be asked. */
export const askDevices = async (): Promise<readonly ListedDevice[]> =>
  (await ask("/api/v1/devices", devicesResponseSchema)).devices;

/** Unsent work that is kept of a device; rejects when the server cannot be asked. */
export const askEscrow = (deviceId: string, id: string) =>
  ask(`/api/v1/devices/${deviceId}/escrows/${id}`, escrowContentSchema);

/** @returns whether the server has done it. */
export async function orderDevice(id: string, what: "sign-out" | "wipe"): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await signedFetch(`/api/v1/devices/${id}/${what}`, { method: "POST", signal });
    return response.ok;
  } catch {
    return false;
  }
}

/** A code for another tablet, or null when the server does not give one. */
export async function beginPairing(): Promise<Pairing | null> {
  const answer = await sendProven(browserWorld(), "/api/session/pairings", {});
  return answer?.ok ? (z.safeParse(pairingSchema, await answer.json()).data ?? null) : null;
}

/** How a code stands; rejects when the server cannot be asked. */
export const askPairing = async (id: string): Promise<"waiting" | "used" | "expired"> =>
  (await ask(`/api/session/pairings/${id}`, pairingStateSchema)).state;
