import { setTimeout as pause } from "node:timers/promises";
import { STEP_MS } from "./engine.ts";

/** An element of the page, as WebDriver names it. */
export type ElementReference = Readonly<Record<string, string>>;

const ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf";

/** Longer than the driver itself waits for a page, so that it can still say what it has waited for. */
const ANSWER_MS = STEP_MS + 15_000;

/** What a WebDriver has refused, by the name the standard gives it: `element click intercepted`. */
export class Refused extends Error {
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

/** Where a WebDriver listens, or is about to. */
export interface DriverAddress {
  readonly url: string;
  /** Aborted when its process is gone. */
  readonly gone: AbortSignal;
  /** What it has printed so far. */
  readonly said: () => string;
}

/** One session of a WebDriver: as much of the W3C's protocol as a journey needs. Whatever is not answered in time is an error. */
export class WebDriver {
  readonly #at: DriverAddress;
  #session = "";

  private constructor(at: DriverAddress) {
    this.#at = at;
  }

  static async begin(at: DriverAddress, capabilities: object): Promise<WebDriver> {
    const driver = new WebDriver(at);
    await driver.#untilReady();
    const { sessionId } = await driver.#ask<{ readonly sessionId: string }>("POST", "/session", {
      capabilities: { alwaysMatch: capabilities },
    });
    driver.#session = `/session/${sessionId}`;
    await driver.#post("/timeouts", { script: STEP_MS, pageLoad: STEP_MS });
    return driver;
  }

  resize(width: number, height: number): Promise<unknown> {
    return this.#post("/window/rect", { width, height });
  }

  open(url: string): Promise<unknown> {
    return this.#post("/url", { url });
  }

  reload(): Promise<unknown> {
    return this.#post("/refresh", {});
  }

  /** @param script the body of a function. */
  run<T>(script: string): Promise<T> {
    return this.#post<T>("/execute/sync", { script, args: [] });
  }

  /** @param script the body of a function whose last argument takes the result. */
  runAsync<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    return this.#post<T>("/execute/async", { script, args });
  }

  press(element: ElementReference): Promise<unknown> {
    return this.#post(`/element/${element[ELEMENT_KEY]}/click`, {});
  }

  type(element: ElementReference, text: string): Promise<unknown> {
    return this.#post(`/element/${element[ELEMENT_KEY]}/value`, { text });
  }

  async screenshot(): Promise<Uint8Array> {
    const picture = await this.#ask<string>("GET", `${this.#session}/screenshot`);
    return Buffer.from(picture, "base64");
  }

  async end(): Promise<void> {
    await this.#ask("DELETE", this.#session);
  }

  #post<T>(command: string, body: object): Promise<T> {
    return this.#ask<T>("POST", this.#session + command, body);
  }

  async #untilReady(): Promise<void> {
    const deadline = AbortSignal.timeout(STEP_MS);
    for (;;) {
      const isReady = await this.#fetch("/status", {}, deadline).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return;
      if (deadline.aborted || this.#at.gone.aborted)
        throw this.#silent("begin to listen", deadline);
      await pause(50);
    }
  }

  async #ask<T>(method: string, command: string, body?: object): Promise<T> {
    const deadline = AbortSignal.timeout(ANSWER_MS);
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    let isRight: boolean;
    let value: T & Partial<Record<string, string>>;
    try {
      const response = await this.#fetch(command, init, deadline);
      isRight = response.ok;
      ({ value } = await response.json());
    } catch (error) {
      throw this.#silent(`answer ${method} ${command} ${init.body ?? ""}`, deadline, error);
    }
    if (!isRight) throw new Refused(value["error"] ?? "unknown", value["message"] ?? "");
    return value;
  }

  #fetch(command: string, init: RequestInit, deadline: AbortSignal): Promise<Response> {
    const signal = AbortSignal.any([deadline, this.#at.gone]);
    return fetch(this.#at.url + command, { ...init, signal });
  }

  #silent(toDo: string, deadline: AbortSignal, cause?: unknown): Error {
    const { gone, said } = this.#at;
    const why = gone.aborted ? "its process is gone" : deadline.aborted ? "out of time" : cause;
    return new Error(
      `The WebDriver did not ${toDo.slice(0, 300)}: ${String(why)}. It printed:\n${said()}`,
      { cause },
    );
  }
}
