import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Has V8 collect everything, now: some 50 ms in which nothing else happens. V8 lets garbage lie while it believes that
 * there is room, and believes so by the machine's memory; before requests are turned away for want of it, garbage must
 * have gone. The function is taken out of a context made for it: the process need not be started with a flag, and
 * nothing else in it can call it.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof gc === "function") gc();
}
