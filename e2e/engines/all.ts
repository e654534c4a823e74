import { findFirefox, findWebKit } from "../../scripts/engines.ts";
import type { Engine } from "./engine.ts";
import { Firefox } from "./firefox.ts";
import { WebKit } from "./webkit.ts";

/** The engines besides Chromium's in which journeys are walked. */
export interface EngineKind {
  readonly name: string;
  /** What is not installed, in one sentence; null: nothing. */
  readonly missing: string | null;
  start(): Promise<Engine>;
}

const firefox = findFirefox();
const webkit = findWebKit();

export const ENGINES: readonly EngineKind[] = [
  {
    name: "Firefox",
    missing: "missing" in firefox ? firefox.missing : null,
    async start() {
      if ("missing" in firefox) throw new Error(firefox.missing);
      return Firefox.start(firefox.program);
    },
  },
  {
    name: "WebKitGTK",
    missing: "missing" in webkit ? webkit.missing : null,
    async start() {
      if ("missing" in webkit) throw new Error(webkit.missing);
      return WebKit.start(webkit);
    },
  },
];
