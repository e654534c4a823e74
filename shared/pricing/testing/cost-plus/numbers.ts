import type { Localised } from "../../book/numbers.ts";

/** The only source there is: the firm itself. */
export const source = "own";
export const from = (value: string) => ({ value, source });
export const costs = (cents: number) => ({ cents, source });
export const margin = (percent: string) => ({ kind: "margin", percent: from(percent) }) as const;
export const markup = (percent: string) => ({ kind: "markup", percent: from(percent) }) as const;

export const label = (en: string, es: string): Localised => ({ en, es });
