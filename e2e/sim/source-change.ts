/** An exact change of source text. */
export interface Replacement {
  /** From the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Source text with replacements made.
 *
 * @throws when a text is not there exactly once: the code has moved on, and the mutant with it has to.
 */
export function changeSource(
  file: string,
  source: string,
  replacements: readonly Replacement[],
): string {
  return replacements.reduce((text, { from, to }) => {
    if (text.split(from).length !== 2)
      throw new Error(`${file} does not have this text exactly once:\n${from}`);
    return text.replace(from, () => to);
  }, source);
}
