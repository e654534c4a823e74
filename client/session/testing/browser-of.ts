import { IDBFactory } from "fake-indexeddb";
import { memoryStorage } from "../../local/testing/memory-storage.ts";
import type { RefreshWorld } from "../refresh.ts";

/** What answers a browser's requests: the server's app in a test. */
export interface Answering {
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

export interface TestBrowser extends RefreshWorld {
  /** Its cookies, by name. */
  readonly jar: Map<string, string>;
  /** While true no request comes through. */
  isOffline: boolean;
  /** How far its clock is off, in milliseconds. */
  skewMs: number;
  /** Is asked before each request; true: its answer gets lost on the way back. */
  losesAnswer: (path: string) => boolean;
  readonly paths: string[];
}

/** A browser of one tablet: cookies, storage and a key, in front of a server. */
export function browserOf(server: Answering, origin: string, serverNow: () => number): TestBrowser {
  const browser: TestBrowser = {
    jar: new Map(),
    isOffline: false,
    skewMs: 0,
    losesAnswer: () => false,
    paths: [],
    storage: memoryStorage(),
    databases: new IDBFactory(),
    locks: undefined,
    origin,
    now: () => serverNow() + browser.skewMs,
    fetch: async (input, init = {}) => {
      // Ours are paths, never requests.
      const path = typeof input === "string" ? input : "";
      browser.paths.push(path);
      if (browser.isOffline) throw new TypeError("Failed to fetch");
      const isLost = browser.losesAnswer(path);
      const headers = new Headers(init.headers);
      headers.set("cookie", [...browser.jar].map((pair) => pair.join("=")).join("; "));
      const answer = await server.request(`${origin}${path}`, { ...init, headers });
      if (isLost) throw new TypeError("Failed to fetch");
      for (const line of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) browser.jar.delete(name);
        else browser.jar.set(name, value);
      }
      return answer;
    },
  };
  return browser;
}
