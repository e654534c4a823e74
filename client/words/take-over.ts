import type { Say } from "./dictionary.ts";
import { takeOver as en } from "./en/take-over.ts";
import { takeOver as es } from "./es/take-over.ts";
import type { Subject } from "./words-provider.tsx";

export const takeOver: Subject<Say<typeof en>> = { en, es };
