import type { Problem } from "../../../shared/pricing/problem.ts";

/** Where a problem is put right: the field of the area or line it is about; null when no screen holds it. */
export function problemAddress(estimateId: string, problem: Problem): string | null {
  const estimate = `/estimates/${estimateId}`;
  if (problem.itemId !== undefined) return `${estimate}/items/${problem.itemId}`;
  if (isOfTheJob(problem.code)) return `${estimate}/details`;
  if (problem.areaId === undefined) return null;
  const area = `${estimate}/areas/${problem.areaId}`;
  if (problem.dimension !== undefined) return `${area}#field=${problem.dimension}`;
  if (problem.surfaceId !== undefined) return `${area}#surface=${problem.surfaceId}`;
  return area;
}

/** Decided on the screen of the job's details. */
function isOfTheJob(code: Problem["code"]): boolean {
  return (
    code === "lead_undecided" ||
    code === "state_unknown" ||
    code === "discount_ended" ||
    code === "unknown_discount"
  );
}

/** Five surfaces that miss one length are one problem to a person. */
export function saidOnce(
  problems: readonly Problem[],
  sentenceOf: (problem: Problem) => string,
): readonly { readonly problem: Problem; readonly sentence: string }[] {
  const rows = new Map<string, { problem: Problem; sentence: string }>();
  for (const problem of problems) {
    const sentence = sentenceOf(problem);
    const key = `${problem.areaId ?? ""} ${sentence}`;
    if (!rows.has(key)) rows.set(key, { problem, sentence });
  }
  return [...rows.values()];
}
