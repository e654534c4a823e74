import type { Say } from "./dictionary.ts";
import { terms as en } from "./en/terms.ts";
import { terms as es } from "./es/terms.ts";
import type { Subject } from "./words-provider.tsx";

export const terms: Subject<Say<typeof en>> = { en, es };
