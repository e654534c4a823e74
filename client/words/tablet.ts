import type { Say } from "./dictionary.ts";
import { tablet as en } from "./en/tablet.ts";
import { tablet as es } from "./es/tablet.ts";
import type { Subject } from "./words-provider.tsx";

export const tablet: Subject<Say<typeof en>> = { en, es };
