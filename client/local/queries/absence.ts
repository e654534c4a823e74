import type { Local } from "../local.ts";

/**
 * Why an estimate is not among this tablet's: somebody removed it, the server did not accept it, or it was never here
 * (or is on the server only).
 */
export type Absence = "removed" | "refused" | "never-here";

export async function absenceOf({ database }: Local, estimateId: string): Promise<Absence> {
  if (await database.tombstone.get(["estimate", estimateId])) return "removed";
  const refused = await database.rejected.where("estimateId").equals(estimateId).count();
  return refused > 0 ? "refused" : "never-here";
}
