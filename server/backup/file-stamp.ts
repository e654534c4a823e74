/**
 * A moment as it stands in the name of a file: "20260304T050607Z", which sorts by time and is allowed everywhere.
 *
 * @param at Unix milliseconds.
 */
export const fileStamp = (at: number): string =>
  new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "");
