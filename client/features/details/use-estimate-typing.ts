import { useMemo } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { type Typing, useTyping } from "../../chrome/use-typing.ts";
import { editEstimate } from "../../local/actions/edit-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { readYear, yearText } from "./year-built.ts";

export type EstimateText =
  | "title"
  | "street"
  | "city"
  | "state"
  | "postalCode"
  | "notesForCustomer"
  | "notesForCrew";

export interface EstimateTyping extends Pick<Typing, "leave"> {
  readonly text: (field: EstimateText | "yearBuilt") => string;
  readonly type: (field: EstimateText, text: string) => void;
  /** Saves a whole year or none, and gives false for a text that is not a year yet. */
  readonly typeYear: (text: string) => boolean;
}

/** Typing into an estimate: every key is saved, one visit to a field is one step of undo. */
export function useEstimateTyping(estimate: RecordOf<"estimate">): EstimateTyping {
  const local = useLocal();
  const { id } = estimate;
  const stored = useMemo(() => storedTexts(estimate), [estimate]);
  const { text, type, leave } = useTyping(id, stored);
  return {
    text,
    leave,
    type(field, typed) {
      type(field, typed, (gesture) => editEstimate(local, id, field, typed, gesture));
    },
    typeYear(typed) {
      const year = readYear(typed);
      if (year === undefined) return false;
      type("yearBuilt", typed, (gesture) => editEstimate(local, id, "yearBuilt", year, gesture));
      return true;
    },
  };
}

const storedTexts = (
  estimate: RecordOf<"estimate">,
): Readonly<Record<EstimateText | "yearBuilt", string>> => ({
  title: estimate.title,
  street: estimate.street,
  city: estimate.city,
  state: estimate.state,
  postalCode: estimate.postalCode,
  notesForCustomer: estimate.notesForCustomer,
  notesForCrew: estimate.notesForCrew,
  yearBuilt: yearText(estimate.yearBuilt),
});
