import type { Action, Plan, Step } from "./actions.ts";
import type { Until } from "./scheduler.ts";

/** A history that once failed, as short as it could be made, and what it found. */
export interface Regression {
  readonly found: string;
  readonly plan: Plan;
}

const step = (wait: Until, action: Action): Step => ({ wait, action });
const edit = (tablet: number, value: number): Action => ({
  do: "edit",
  tablet,
  tab: 0,
  edit: "doors",
  pick: 0,
  value,
});

/** Written down as plans and not as seeds: those mean something else after every change of `planOf`. */
export const regressions: readonly Regression[] = [
  {
    found: "a tablet whose clock jumped a year did not send before its next look, a minute later",
    plan: {
      seed: 243,
      tablets: 2,
      hasLocks: true,
      twoTabs: false,
      fresh: [],
      pageSize: 1000,
      steps: [
        step({ milliseconds: 900 }, { do: "tablet clock", tablet: 0, days: 365 }),
        step({ milliseconds: 400 }, edit(0, 3)),
      ],
    },
  },
];
