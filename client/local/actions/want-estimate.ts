import * as z from "zod/mini";
import { identifierSchema } from "../../../shared/identifiers.ts";
import type { Local } from "../local.ts";

/**
 * Asks for an estimate that nobody has touched for so long that it is not on this tablet. It comes with the next pull,
 * whole, and stays. What cannot be an estimate's id, from an address somebody mistyped, is not asked for: the server
 * would refuse the whole pull.
 */
export async function wantEstimate({ database }: Local, estimateId: string): Promise<void> {
  if (z.safeParse(identifierSchema, estimateId).success) await database.wanted.put({ estimateId });
}
