import type { Say } from "./dictionary.ts";
import { offer as en } from "./en/offer.ts";
import { offer as es } from "./es/offer.ts";
import type { Subject } from "./words-provider.tsx";

export const offer: Subject<Say<typeof en>> = { en, es };
