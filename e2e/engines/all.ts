import { findFirefox, findWebKit } from "../../scripts/engines.ts";
import type { Engine } from "./engine.ts";
import { Firefox } from "./firefox.ts";
import { WebKit } from "./webkit.ts";

/** What Safari has and WebKitGTK keeps behind a switch. */
const AS_SAFARI = "StorageAPI,StorageAPIEstimate,FileSystem";

/** The engines besides Chromium's in which journeys are walked. */
export interface EngineKind {
  readonly name: string;
  /** What is not installed, in one sentence; null: nothing. */
  readonly missing: string | null;
  /** Whether it is, and lets on, what a private window is: what is kept there goes with it. */
  readonly isPrivate: boolean;
  start(): Promise<Engine>;
}

const firefox = findFirefox();
const webkit = findWebKit();

export const ENGINES: readonly EngineKind[] = [
  {
    name: "Firefox",
    missing: "missing" in firefox ? firefox.missing : null,
    isPrivate: false,
    async start() {
      if ("missing" in firefox) throw new Error(firefox.missing);
      return Firefox.start(firefox.program);
    },
  },
  {
    name: "WebKitGTK",
    missing: "missing" in webkit ? webkit.missing : null,
    isPrivate: true,
    async start() {
      if ("missing" in webkit) throw new Error(webkit.missing);
      return WebKit.start(webkit, AS_SAFARI);
    },
  },
];

/** A WebKit as it was before it had a StorageManager: nothing tells how much room there is, or that a window is private. */
export const OLDER_WEBKIT: EngineKind = {
  name: "WebKitGTK with no StorageManager",
  missing: "missing" in webkit ? webkit.missing : null,
  isPrivate: false,
  async start() {
    if ("missing" in webkit) throw new Error(webkit.missing);
    return WebKit.start(webkit, null);
  },
};
