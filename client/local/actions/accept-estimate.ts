import type { Fields, Scalar } from "../../../shared/estimate/entities.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { localDay } from "../local-day.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { Row } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";

export interface Acceptance {
  /** The option's key in the price book: good, better, best. */
  readonly optionId: string;
  /** What the customer read on the screen, in cents; the server prices again and compares. */
  readonly total: number;
}

type AcceptanceFields = Pick<
  Fields<"estimate">,
  "status" | "acceptedOption" | "acceptedTotal" | "acceptedAt" | "acceptedOn"
>;

/** Records what the customer agreed to. From here on only reopening changes the estimate; undo does not. */
export function acceptEstimate(
  local: Local,
  id: string,
  { optionId, total }: Acceptance,
): Promise<SaveResult<void>> {
  const now = new Date(local.now());
  return changeAcceptance(local, "estimate.accept", id, {
    status: "accepted",
    acceptedOption: optionId,
    acceptedTotal: total,
    acceptedAt: now.toISOString(),
    acceptedOn: localDay(now),
  });
}

/** Makes an accepted estimate a draft again. Reopening a draft changes nothing. */
export const reopenEstimate = (local: Local, id: string): Promise<SaveResult<void>> =>
  changeAcceptance(local, "estimate.reopen", id, {
    status: "draft",
    acceptedOption: null,
    acceptedTotal: null,
    acceptedAt: null,
    acceptedOn: null,
  });

const changeAcceptance = (
  local: Local,
  name: "estimate.accept" | "estimate.reopen",
  id: string,
  wanted: AcceptanceFields,
): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const estimate = await database.estimate.get(id);
    if (!estimate) return { code: "missing" };
    return {
      name,
      estimateId: id,
      operations: setsBetween(estimate, wanted),
      value: undefined,
      undoable: false,
    };
  });

function setsBetween(estimate: Row<"estimate">, wanted: AcceptanceFields): readonly Operation[] {
  const sets: Operation[] = [];
  const set = (field: keyof AcceptanceFields, from: Scalar, to: Scalar) => {
    if (from !== to) sets.push({ op: "set", entity: "estimate", id: estimate.id, field, from, to });
  };
  set("status", estimate.status, wanted.status);
  set("acceptedOption", estimate.acceptedOption, wanted.acceptedOption);
  set("acceptedTotal", estimate.acceptedTotal, wanted.acceptedTotal);
  set("acceptedAt", estimate.acceptedAt, wanted.acceptedAt);
  set("acceptedOn", estimate.acceptedOn, wanted.acceptedOn);
  return sets;
}
