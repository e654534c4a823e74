import type { Device } from "../../../shared/sync/device.ts";
import { ClosedDoor } from "./closed-door.tsx";
import { TabletNotices } from "./tablet-notices.tsx";
import { useTabletWatch } from "./use-tablet-watch.ts";

export type TabletPartProps = {
  /** `watch` stands beside the screens and draws nothing, `notices` in each of them, the others in their place. */
  readonly shows: "watch" | "notices" | "taken-over" | "cleared";
  /** What the server knows of this browser; null until it has answered. */
  readonly device: Device | null;
};

/** What there is to say of the tablet's own storage. One lazy part: a window that was taken over can load no more. */
export function TabletPart({ shows, device }: TabletPartProps) {
  switch (shows) {
    case "watch":
      return <Watch device={device} />;
    case "notices":
      return <TabletNotices device={device} />;
    case "taken-over":
      return <ClosedDoor isCleared={false} />;
    case "cleared":
      return <ClosedDoor isCleared />;
  }
}

function Watch({ device }: Pick<TabletPartProps, "device">) {
  useTabletWatch(device);
  return null;
}
