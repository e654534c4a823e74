import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";
import { afterPaint } from "../local/after-paint.ts";
import { anotherTry } from "./another-try.ts";

export interface LazyPart<Props> {
  /** What stands for it, or nothing, until its code is here. */
  readonly Part: (props: Props) => ReactNode;
  /** Asks for the code before somebody taps; settles either way. */
  readonly load: () => Promise<void>;
}

/**
 * A part of a screen whose code is no part of measuring: it comes when the screen stands, and like the rest of the
 * app it is on the tablet by then.
 *
 * @param Meanwhile for a part that is most of its screen: what is shown until then.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType | null = null,
): LazyPart<Props> {
  let here: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;

  const loadOnce = async (): Promise<void> => {
    try {
      loading ??= load();
      here = await loading;
    } catch {
      // A weak signal is no reason never to try again; a missing chunk reloads the app (boot/missing-chunk.ts).
      loading = null;
    }
  };

  function Part(props: Props): ReactNode {
    const [part, setPart] = useState(() => here);
    useEffect(() => {
      if (part) return undefined;
      const life = new AbortController();
      const bring = async (): Promise<void> => {
        // What stands there already comes first.
        await afterPaint();
        while (!life.signal.aborted) {
          await loadOnce();
          if (here) break;
          await anotherTry();
        }
        if (!life.signal.aborted) setPart(() => here);
      };
      void bring();
      return () => life.abort();
    }, [part]);
    if (part) return createElement(part, props);
    return Meanwhile && createElement(Meanwhile);
  }
  return { Part, load: loadOnce };
}
