import type { Bus } from "./bus.ts";
import { createFanOut } from "./fan-out.ts";

/** For the embedded store, which one process at a time works on: nobody else is there to be told. */
export function createProcessBus(): Bus {
  const fanOut = createFanOut();
  return {
    publish: fanOut.deliver,
    subscribe: fanOut.subscribe,
    report: () => ({ through: "process", redis: null }),
    close: () => Promise.resolve(),
  };
}
