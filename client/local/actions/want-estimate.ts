import type { Local } from "../local.ts";

/**
 * Asks for an estimate that nobody has touched for so long that it is not on this tablet. It comes with the next pull,
 * whole, and stays.
 */
export async function wantEstimate({ database }: Local, estimateId: string): Promise<void> {
  await database.wanted.put({ estimateId });
}
