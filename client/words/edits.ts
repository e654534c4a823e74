import type { Say } from "./dictionary.ts";
import { edits as en } from "./en/edits.ts";
import { edits as es } from "./es/edits.ts";
import type { Subject } from "./words-provider.tsx";

export const edits: Subject<Say<typeof en>> = { en, es };
