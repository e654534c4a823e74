import type { Subject } from "../../local/queries/subject.ts";

/** "Amara Ramírez · Bedroom · Walls": where to look; what is not known leaves no trace. */
export const subjectWords = (subject: Subject, substrateName: string | undefined): string =>
  joined([subject.customerName, placeWords(subject, substrateName)]);

/** "Bedroom · Walls": where in its estimate; empty for the estimate itself. */
export const placeWords = (
  { areaName, substrate, itemLabel }: Subject,
  substrateName: string | undefined,
): string => joined([areaName, substrateName ?? substrate, itemLabel]);

const joined = (parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" · ");

const bookEntities: ReadonlySet<string> = new Set(["priceBook", "bookDraft", "bookChange"]);

/** The screen where a record of this kind is changed; null when its estimate is not there to open. */
export function subjectAddress(entity: string, { estimateId, areaId }: Subject): string | null {
  if (bookEntities.has(entity)) return "/price-book";
  if (estimateId === null) return null;
  const estimate = `/estimates/${estimateId}`;
  if (entity === "customer" || entity === "estimate") return `${estimate}/details`;
  return areaId === null ? estimate : `${estimate}/areas/${areaId}`;
}
