import type { Say } from "./dictionary.ts";
import { implied as en } from "./en/implied.ts";
import { implied as es } from "./es/implied.ts";
import type { Subject } from "./words-provider.tsx";

export const implied: Subject<Say<typeof en>> = { en, es };
