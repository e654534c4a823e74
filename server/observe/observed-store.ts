import type { Store } from "../store/store.ts";
import type { Observe } from "./observation.ts";
import { inSpan } from "./tracing/traced.ts";

/** The same store; how long its transactions take is told, as their callers wait for them. */
export function observedStore(store: Store, observe: Observe): Store {
  async function timed<T>(work: "read" | "write", run: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    let ok = false;
    try {
      const result = await inSpan({ name: `store.${work}`, sort: "internal", attributes: {} }, run);
      ok = true;
      return result;
    } finally {
      observe({ kind: "transaction", work, ok, seconds: (performance.now() - begun) / 1000 });
    }
  }
  return {
    ...store,
    read: (work) => timed("read", () => store.read(work)),
    write: (work) => timed("write", () => store.write(work)),
  };
}
