import type { TaskKind } from "../../../shared/salesforce/tasks.ts";
import type { crm } from "../../words/crm.ts";
import type { SettleOutcome } from "./settle-task.ts";

type Words = typeof crm.en;

export interface TaskWords {
  readonly happened: string;
  readonly todo: string;
}

/** What happened, and what to do about it. */
export function taskWords(kind: TaskKind, w: Words): TaskWords {
  switch (kind) {
    case "duplicate":
      return { happened: w.crmDuplicate, todo: w.crmDuplicateTodo };
    case "locked":
      return { happened: w.crmLocked, todo: w.crmLockedTodo };
    case "validation":
      return { happened: w.crmValidation, todo: w.crmValidationTodo };
    case "gone":
      return { happened: w.crmGone, todo: w.crmGoneTodo };
    case "price_entry":
      return { happened: w.crmPriceEntry, todo: w.crmPriceEntryTodo };
    case "picklist":
      return { happened: w.crmPicklist, todo: w.crmPicklistTodo };
    case "ambiguous":
      return { happened: w.crmAmbiguous, todo: w.crmAmbiguousTodo };
    case "not_allowed":
      return { happened: w.crmNotAllowed, todo: w.crmNotAllowedTodo };
    case "total":
      return { happened: w.crmTotal, todo: w.crmTotalTodo };
    case "occupied":
      return { happened: w.crmOccupied, todo: w.crmOccupiedTodo };
    case "unusable":
      return { happened: w.crmUnusable, todo: w.crmUnusableTodo };
    case "other":
      return { happened: w.crmOther, todo: w.crmOtherTodo };
  }
}

/** What became of a choice. */
export function outcomeWords(outcome: SettleOutcome, isClosing: boolean, w: Words): string {
  switch (outcome) {
    case "done":
      return isClosing ? w.crmClosed : w.crmSentAgain;
    case "not_open":
      return w.crmNotOpen;
    case "match_gone":
      return w.crmMatchGone;
    case "salesforce_away":
      return w.crmAway;
    case "not_offered":
    case "failed":
      return w.crmNotDone;
  }
}
