import type { Say } from "./dictionary.ts";
import { crm as en } from "./en/crm.ts";
import { crm as es } from "./es/crm.ts";
import type { Subject } from "./words-provider.tsx";

export const crm: Subject<Say<typeof en>> = { en, es };
