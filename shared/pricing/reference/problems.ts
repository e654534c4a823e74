import type { Dimension, ProblemCode } from "../problem.ts";

/** A problem without its words: what the two implementations have to agree on. */
export interface FoundProblem {
  readonly code: ProblemCode;
  readonly blocking: boolean;
  readonly areaId?: string;
  readonly surfaceId?: string;
  readonly itemId?: string;
  readonly dimension?: Dimension;
  readonly option?: string;
}

/** Where problems are collected: a set, for which it does not matter how often one is found. */
export class Problems {
  readonly #found = new Map<string, FoundProblem>();

  add(problem: FoundProblem): void {
    this.#found.set(problemText(problem), problem);
  }

  /** Whether an option has no problem that blocks it or all of them. */
  allows(option: string): boolean {
    return !Array.from(this.#found.values()).some(
      (problem) => problem.blocking && (problem.option === undefined || problem.option === option),
    );
  }

  /** A hint about a dimension says nothing that a blocking problem with it has not said. */
  sorted(): readonly string[] {
    const all = Array.from(this.#found.values());
    return all
      .filter((one) => one.blocking || !this.#found.has(problemText({ ...one, blocking: true })))
      .map(problemText)
      .toSorted();
  }
}

/** One line for one problem: `quantity_missing blocking surface=a-1 option=best`. */
export function problemText(problem: {
  readonly [F in keyof FoundProblem]?: FoundProblem[F] | undefined;
}): string {
  const { code, blocking, ...about } = problem;
  const places = [
    ["area", about.areaId],
    ["surface", about.surfaceId],
    ["item", about.itemId],
    ["dimension", about.dimension],
    ["option", about.option],
  ].flatMap(([what, which]) => (which === undefined ? [] : [`${what}=${which}`]));
  return [code, blocking === true ? "blocks" : "hint", ...places].join(" ");
}
