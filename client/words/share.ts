import type { Say } from "./dictionary.ts";
import { share as en } from "./en/share.ts";
import { share as es } from "./es/share.ts";
import type { Subject } from "./words-provider.tsx";

export const share: Subject<Say<typeof en>> = { en, es };
