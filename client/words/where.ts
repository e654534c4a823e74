import type { Say } from "./dictionary.ts";
import { where as en } from "./en/where.ts";
import { where as es } from "./es/where.ts";
import type { Subject } from "./words-provider.tsx";

export const where: Subject<Say<typeof en>> = { en, es };
