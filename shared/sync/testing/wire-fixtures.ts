import { wire1 } from "./wire-1.ts";
import { wire2 } from "./wire-2.ts";
import { wire3 } from "./wire-3.ts";
import type { WireFixture } from "./wire-fixture.ts";

/** Every version ever shipped; a new one is added here, none is taken out. */
export const wireFixtures: readonly WireFixture[] = [wire1, wire2, wire3];
