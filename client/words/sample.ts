import type { Say } from "./dictionary.ts";
import { sample as en } from "./en/sample.ts";
import { sample as es } from "./es/sample.ts";
import type { Subject } from "./words-provider.tsx";

export const sample: Subject<Say<typeof en>> = { en, es };
