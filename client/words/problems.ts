import type { Say } from "./dictionary.ts";
import { problems as en } from "./en/problems.ts";
import { problems as es } from "./es/problems.ts";
import type { Subject } from "./words-provider.tsx";

export type ProblemWords = Say<typeof en>;
export const problems: Subject<ProblemWords> = { en, es };
