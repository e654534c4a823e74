/** More characters than stand calmly in large type. */
const LONG = 24;

/** Whether two values that are weighed against each other are set small: both are as soon as one of them is long. */
export const isLong = (texts: readonly string[]): boolean =>
  texts.some((text) => text.length > LONG);
