/** A prep task of the price book on a percentage of a surface. */
export interface TaskPercent {
  readonly task: string;
  readonly percent: number;
}

/** Reads a surface's `prepTasks`, `caulk=100 scrape=20`; the text is as the record's schema lets it be. */
export const parseTaskPercents = (text: string): readonly TaskPercent[] =>
  text === ""
    ? []
    : text.split(" ").map((part) => {
        const [task = "", percent = "0"] = part.split("=");
        return { task, percent: Number(percent) };
      });

/** Writes it in alphabetical order, so that the same choice is the same text on every tablet. */
export const printTaskPercents = (tasks: readonly TaskPercent[]): string =>
  tasks
    .filter(({ percent }) => percent > 0)
    .toSorted((one, other) => (one.task < other.task ? -1 : 1))
    .map(({ task, percent }) => `${task}=${percent}`)
    .join(" ");
