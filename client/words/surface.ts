import type { Say } from "./dictionary.ts";
import { surface as en } from "./en/surface.ts";
import { surface as es } from "./es/surface.ts";
import type { Subject } from "./words-provider.tsx";

export const surface: Subject<Say<typeof en>> = { en, es };
