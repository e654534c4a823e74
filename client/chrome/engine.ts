import { price } from "../../shared/pricing/price.ts";
import { problemWords } from "./problem-words.ts";

/** What turns an estimate into prices, and what is wrong with it into words: wanted together, so in one file. */
export const engine = { price, problemWords };
