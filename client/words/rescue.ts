import type { Say } from "./dictionary.ts";
import { rescue as en } from "./en/rescue.ts";
import { rescue as es } from "./es/rescue.ts";
import type { Subject } from "./words-provider.tsx";

export const rescue: Subject<Say<typeof en>> = { en, es };
