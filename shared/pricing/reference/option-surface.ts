import type { Choices } from "./choices.ts";
import type { Gallons } from "./gallons.ts";
import type { MeasuredSurface } from "./measured.ts";
import type { SurfaceWork } from "./work.ts";

/** A surface as one option paints it. */
export interface OptionSurface {
  readonly measured: MeasuredSurface;
  readonly choices: Choices;
  readonly work: SurfaceWork;
  readonly gallons: Gallons;
}
