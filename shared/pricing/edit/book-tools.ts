import { checkPriceBook } from "../check-price-book.ts";
import { canStand, readDraft } from "./read-draft.ts";

/** What reads and checks a draft: wanted together, so in one file. */
export const bookTools = { readDraft, canStand, checkPriceBook };
export type BookTools = typeof bookTools;
