import { useEffect, useState } from "react";
import type { SurfaceOptions } from "./surface-options.tsx";

export type SurfaceOptionsPanel = typeof SurfaceOptions;

/**
 * The panel behind a surface's arrow. Its code is no part of measuring and comes when the screen stands; like the
 * rest of the app it is on the tablet by then. Null until it is here.
 */
export function useSurfaceOptions(): SurfaceOptionsPanel | null {
  const [panel, setPanel] = useState<SurfaceOptionsPanel | null>(null);
  useEffect(() => {
    let gone = false;
    void import("./surface-options.tsx").then((loaded) => {
      if (!gone) setPanel(() => loaded.SurfaceOptions);
    });
    return () => {
      gone = true;
    };
  }, []);
  return panel;
}
