import type { Say } from "./dictionary.ts";
import { older as en } from "./en/older.ts";
import { older as es } from "./es/older.ts";
import type { Subject } from "./words-provider.tsx";

export const older: Subject<Say<typeof en>> = { en, es };
