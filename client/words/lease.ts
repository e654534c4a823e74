import type { Say } from "./dictionary.ts";
import { lease as en } from "./en/lease.ts";
import { lease as es } from "./es/lease.ts";
import type { Subject } from "./words-provider.tsx";

export const lease: Subject<Say<typeof en>> = { en, es };
