import type { Filter } from "../../local/queries/find-estimates.ts";
import type { find } from "../../words/find.ts";

/** What a filter is called. */
export const filterWords = (filter: Filter, w: (typeof find)["en"]): string =>
  ({
    all: w.findAll,
    today: w.findToday,
    draft: w.findDraft,
    waiting: w.findWaiting,
    accepted: w.findAccepted,
  })[filter];
