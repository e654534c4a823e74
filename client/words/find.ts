import type { Say } from "./dictionary.ts";
import { find as en } from "./en/find.ts";
import { find as es } from "./es/find.ts";
import type { Subject } from "./words-provider.tsx";

export const find: Subject<Say<typeof en>> = { en, es };
