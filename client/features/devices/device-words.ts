import type { DeviceKind, ListedDevice } from "../../../shared/session/devices.ts";
import type { devices } from "../../words/devices.ts";

type DeviceWords = (typeof devices)["en"];

const kindWords: Readonly<Record<DeviceKind, (w: DeviceWords) => string>> = {
  ipad: (w) => w.ipad,
  iphone: (w) => w.iphone,
  "android-tablet": (w) => w.androidTablet,
  "android-phone": (w) => w.androidPhone,
  windows: (w) => w.windows,
  mac: (w) => w.mac,
  chromebook: (w) => w.chromebook,
  linux: (w) => w.linux,
  other: (w) => w.other,
};

/** "iPad, Safari". */
export const deviceTitle = ({ kind, browser }: ListedDevice, w: DeviceWords): string =>
  [kindWords[kind](w), browser].filter(Boolean).join(", ");

/** How it stands with a device, the most important first. */
export function deviceStanding(
  { end, wipe, waiting, seenAt }: ListedDevice,
  w: DeviceWords,
  when: (ms: number) => string,
): readonly string[] {
  if (wipe?.wipedAt) return [w.wiped(when(wipe.wipedAt), wipe.sent, wipe.kept)];
  const unsent = waiting === null ? [] : [waiting === 0 ? w.allSent : w.waiting(waiting)];
  if (wipe)
    return [
      wipe.heardAt ? w.wipeHeard(when(wipe.heardAt)) : w.wipeAsked(when(wipe.askedAt)),
      ...unsent,
    ];
  if (end) return [endWords(end, w, when), ...unsent];
  return [w.seen(when(seenAt)), ...unsent];
}

function endWords(
  { at, why }: NonNullable<ListedDevice["end"]>,
  w: DeviceWords,
  when: (ms: number) => string,
): string {
  switch (why) {
    case "reuse":
      return w.endedReuse(when(at));
    case "deactivated":
      return w.endedDeactivated(when(at));
    case "signed-out":
    case "signed-out-remotely":
    case "replaced":
    case "wiped":
      return w.ended(when(at));
  }
}
