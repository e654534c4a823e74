import type { Say } from "./dictionary.ts";
import { conflicts as en } from "./en/conflicts.ts";
import { conflicts as es } from "./es/conflicts.ts";
import type { Subject } from "./words-provider.tsx";

export const conflicts: Subject<Say<typeof en>> = { en, es };
