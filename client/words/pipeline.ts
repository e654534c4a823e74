import type { Say } from "./dictionary.ts";
import { pipeline as en } from "./en/pipeline.ts";
import { pipeline as es } from "./es/pipeline.ts";
import type { Subject } from "./words-provider.tsx";

export const pipeline: Subject<Say<typeof en>> = { en, es };
