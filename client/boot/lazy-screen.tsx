import { type ComponentType, lazy, useState } from "react";

export interface LazyScreen {
  readonly Screen: ComponentType;
  /** Asks for the code, once; rejects when it cannot be had. */
  readonly load: () => Promise<unknown>;
}

/**
 * A screen whose code comes when it is wanted, and which stands there at once when the code is here
 * already. React's `lazy` alone suspends even then, and React keeps what it shows meanwhile up for 300 ms.
 */
export function lazyScreen(load: () => Promise<ComponentType>): LazyScreen {
  let here: ComponentType | null = null;
  let loading: Promise<ComponentType> | null = null;

  const loadOnce = async (): Promise<ComponentType> => {
    try {
      loading ??= load();
      here = await loading;
      return here;
    } catch (error) {
      // A weak signal is no reason never to try again.
      loading = null;
      throw error;
    }
  };
  const Later = lazy(async () => ({ default: await loadOnce() }));

  function Screen() {
    // One of the two for as long as it stands: changing over would throw away what the screen holds.
    const [Part] = useState(() => here ?? Later);
    return <Part />;
  }
  return { Screen, load: loadOnce };
}
