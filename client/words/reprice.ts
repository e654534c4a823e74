import type { Say } from "./dictionary.ts";
import { reprice as en } from "./en/reprice.ts";
import { reprice as es } from "./es/reprice.ts";
import type { Subject } from "./words-provider.tsx";

export const reprice: Subject<Say<typeof en>> = { en, es };
