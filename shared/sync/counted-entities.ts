import type { EntityName } from "../estimate/entities.ts";

/**
 * What people miss when it is gone (R9), counted in the same way on both sides. Not what comes and goes by the hundred:
 * a draft of the price book.
 */
export const countedEntities: readonly EntityName[] = [
  "customer",
  "contact",
  "opportunity",
  "estimate",
  "area",
  "surface",
  "item",
  "priceBook",
];
