import type { Say } from "./dictionary.ts";
import { photos as en } from "./en/photos.ts";
import { photos as es } from "./es/photos.ts";
import type { Subject } from "./words-provider.tsx";

export const photos: Subject<Say<typeof en>> = { en, es };
