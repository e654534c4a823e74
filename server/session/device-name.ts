import type { DeviceKind } from "../../shared/session/devices.ts";

/** What people call a device: a kind they recognise and the browser on it. */
export interface DeviceName {
  readonly kind: DeviceKind;
  readonly browser: string;
}

/** The first that fits. Windows on a phone and Chrome OS call themselves something else besides. */
const kinds: readonly (readonly [RegExp, DeviceKind])[] = [
  [/iPad/, "ipad"],
  [/iPhone|iPod/, "iphone"],
  [/Android(?=.*Mobile)/, "android-phone"],
  [/Android/, "android-tablet"],
  [/CrOS/, "chromebook"],
  [/Windows/, "windows"],
  [/Macintosh/, "mac"],
  [/Linux|X11/, "linux"],
];

/** Chrome's own name stands in most others', and Safari's in Chrome's. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

/** Reads a User-Agent header. An iPad that asks for desktop pages calls itself a Mac, and is told as one. */
export function deviceName(userAgent: string | undefined): DeviceName {
  const text = userAgent ?? "";
  return {
    kind: kinds.find(([pattern]) => pattern.test(text))?.[1] ?? "other",
    browser: browsers.find(([pattern]) => pattern.test(text))?.[1] ?? "",
  };
}
