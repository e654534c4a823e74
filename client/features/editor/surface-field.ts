/** How a surface is prepared: by a level, by tasks in percent of it, or in hours as typed. */
export type PrepWay = "level" | "tasks" | "hours";

/** A field of the open surface that the keypad types into: `quantity`, `hours` of prep, `task:<key>`. */
export type SurfaceField = string;

export const taskField = (task: string): SurfaceField => `task:${task}`;
