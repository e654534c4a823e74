import type { DeviceKind } from "../../../shared/session/devices.ts";
import { drawIcon, TabletIcon } from "../../ui/icons.tsx";

const HandsetIcon = drawIcon(<path d="M7 2.5h10v19H7zM10.5 18.5h3" />);
const ComputerIcon = drawIcon(<path d="M4.5 4.5h15v11h-15zM1.5 19.5h21" />);

/** What a device looks like from afar: a handset, a computer, or what most of them are. */
export function DeviceIcon({ kind }: { readonly kind: DeviceKind }) {
  switch (kind) {
    case "iphone":
    case "android-phone":
      return <HandsetIcon />;
    case "windows":
    case "mac":
    case "chromebook":
    case "linux":
      return <ComputerIcon />;
    case "ipad":
    case "android-tablet":
    case "other":
      return <TabletIcon />;
  }
}
