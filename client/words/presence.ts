import type { Say } from "./dictionary.ts";
import { presence as en } from "./en/presence.ts";
import { presence as es } from "./es/presence.ts";
import type { Subject } from "./words-provider.tsx";

export const presence: Subject<Say<typeof en>> = { en, es };
