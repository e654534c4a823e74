import { setTimeout as pause } from "node:timers/promises";
import { STEP_MS } from "./engine.ts";

/** An element of the page, as WebDriver names it. */
export type ElementReference = Readonly<Record<string, string>>;

const ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf";

/** A script that looks for an element takes milliseconds, and some seconds on a machine that stands still. */
const LOST_AFTER_MS = 10_000;

/** What a WebDriver has refused, by the name the standard gives it: `element click intercepted`. */
export class Refused extends Error {
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

/** One session of a WebDriver: as much of the W3C's protocol as a journey needs. */
export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** @param address where the driver listens, or is about to. */
  static async begin(address: string, capabilities: object): Promise<WebDriver> {
    await untilReady(address);
    const { sessionId } = await ask<{ readonly sessionId: string }>(`${address}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    const session = `${address}/session/${sessionId}`;
    await ask(`${session}/timeouts`, { script: STEP_MS, pageLoad: STEP_MS });
    return new WebDriver(session);
  }

  resize(width: number, height: number): Promise<unknown> {
    return ask(`${this.#session}/window/rect`, { width, height });
  }

  open(url: string): Promise<unknown> {
    return ask(`${this.#session}/url`, { url });
  }

  reload(): Promise<unknown> {
    return ask(`${this.#session}/refresh`, {});
  }

  /**
   * @param script the body of a function that may be run again: WebKit's driver loses the answer of a script whose page
   *   goes elsewhere at that moment, as at a sign-in, and then says nothing at all.
   */
  async run<T>(script: string): Promise<T> {
    for (let left = STEP_MS / LOST_AFTER_MS; ; left -= 1)
      try {
        return await ask<T>(`${this.#session}/execute/sync`, { script, args: [] }, LOST_AFTER_MS);
      } catch (error) {
        const isLost = error instanceof Error && error.name === "TimeoutError";
        if (!isLost || left <= 1) throw error;
      }
  }

  /** @param script the body of a function whose last argument takes the result. */
  runAsync<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    return ask<T>(`${this.#session}/execute/async`, { script, args });
  }

  press(element: ElementReference): Promise<unknown> {
    return ask(`${this.#session}/element/${element[ELEMENT_KEY]}/click`, {});
  }

  type(element: ElementReference, text: string): Promise<unknown> {
    return ask(`${this.#session}/element/${element[ELEMENT_KEY]}/value`, { text });
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from(await ask<string>(`${this.#session}/screenshot`), "base64");
  }

  async end(): Promise<void> {
    await fetch(this.#session, { method: "DELETE" });
  }
}

async function untilReady(address: string): Promise<void> {
  const deadline = AbortSignal.timeout(STEP_MS);
  while (
    !(await fetch(`${address}/status`, { signal: deadline }).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (deadline.aborted) throw new Error(`no WebDriver answers at ${address}`);
    await pause(50);
  }
}

/** @param body absent: it is only asked for. */
async function ask<T>(url: string, body?: object, withinMs = 2 * STEP_MS): Promise<T> {
  const response = await fetch(url, {
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    // A driver whose browser has fallen does not answer at all.
    signal: AbortSignal.timeout(withinMs),
  });
  const answer: { readonly value: T } & { readonly value: Partial<Record<string, string>> } =
    await response.json();
  const { value } = answer;
  if (!response.ok) throw new Refused(value["error"] ?? "unknown", value["message"] ?? "");
  return value;
}
