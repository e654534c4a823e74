import type { Descriptions } from "./describe.ts";

/** Of what the contractor says in both languages. */
export const wordsDescriptions: Descriptions = {
  "#words.en": "In English.",
  "#words.es": "In Spanish.",
};
