import type { Say } from "./dictionary.ts";
import { history as en } from "./en/history.ts";
import { history as es } from "./es/history.ts";
import type { Subject } from "./words-provider.tsx";

export const history: Subject<Say<typeof en>> = { en, es };
