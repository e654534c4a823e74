import type { Say } from "./dictionary.ts";
import { items as en } from "./en/items.ts";
import { items as es } from "./es/items.ts";
import type { Subject } from "./words-provider.tsx";

export const items: Subject<Say<typeof en>> = { en, es };
