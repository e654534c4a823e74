import type { Say } from "./dictionary.ts";
import { devices as en } from "./en/devices.ts";
import { devices as es } from "./es/devices.ts";
import type { Subject } from "./words-provider.tsx";

export const devices: Subject<Say<typeof en>> = { en, es };
