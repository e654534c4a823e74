import type { Say } from "./dictionary.ts";
import { storage as en } from "./en/storage.ts";
import { storage as es } from "./es/storage.ts";
import type { Subject } from "./words-provider.tsx";

export const storage: Subject<Say<typeof en>> = { en, es };
