import type { PipelineEstimate } from "../../local/queries/pipeline.ts";

/** What became of some estimates that belong together. */
export interface Won {
  /** The month as `2026-11`, or whose they are. */
  readonly key: string;
  readonly made: number;
  readonly accepted: number;
  /** What the accepted ones come to, with tax. */
  readonly acceptedCents: number;
}

/** How many months are looked at, this one included: half a season, and few enough for a phone's screen. */
export const MONTHS = 6;

/** The month that a date of the tablet lies in: `2026-11`. */
const monthOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}`;

/** The first instant of the first of the months that are looked at, in the tablet's time zone. */
export const firstInstant = (now: Date): Date =>
  new Date(now.getFullYear(), now.getMonth() - MONTHS + 1, 1);

/** Of the estimates made in each month, how many were accepted since; the newest month first, also empty ones. */
export function wonByMonth(estimates: readonly PipelineEstimate[], now: Date): readonly Won[] {
  const groups = Map.groupBy(estimates, ({ createdAt }) => monthOf(new Date(createdAt)));
  return Array.from({ length: MONTHS }, (_, back) => {
    const key = monthOf(new Date(now.getFullYear(), now.getMonth() - back, 1));
    return wonOf(key, groups.get(key) ?? []);
  });
}

/** The same for whoever made them; those who brought in most first. */
export function wonByEstimator(estimates: readonly PipelineEstimate[]): readonly Won[] {
  return [...Map.groupBy(estimates, ({ estimatorName }) => estimatorName)]
    .map(([name, theirs]) => wonOf(name, theirs))
    .toSorted((one, other) => other.acceptedCents - one.acceptedCents || other.made - one.made);
}

/** All of them together. */
export function wonOf(key: string, estimates: readonly PipelineEstimate[]): Won {
  const accepted = estimates.filter(({ status }) => status === "accepted");
  return {
    key,
    made: estimates.length,
    accepted: accepted.length,
    acceptedCents: accepted.reduce((sum, { acceptedTotal }) => sum + (acceptedTotal ?? 0), 0),
  };
}

/** Whole percent that were accepted; null where nothing was made. */
export const winRate = ({ made, accepted }: Pick<Won, "made" | "accepted">): number | null =>
  made === 0 ? null : Math.round((100 * accepted) / made);
