import type { Descriptions } from "./describe.ts";

export const calculationDescriptions: Descriptions = {
  estimate: "An estimate by value, or one of the company's by its id.",
  "estimate.id": "Of one of the company's estimates.",
  "estimate.day":
    "The day where the job is; missing: today in UTC. An accepted estimate keeps the day of its acceptance.",
  priceBook:
    "A price book by value, or one of the company's by its id. Missing: the one that the estimate names, or else the company's current one.",
  "priceBook.id": "Of one of the company's price books.",
  trace: "Whether every figure explains itself, for 1,000 surfaces at the most.",
};
