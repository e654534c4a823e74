import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import * as z from "zod/mini";
import {
  proofNeededSchema,
  type RefreshResponse,
  refreshResponseSchema,
} from "../../../shared/session/refresh.ts";

export interface GoOptions {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

/** An app, or what asks a server over the network. */
interface Asked {
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

/** As much of a browser as sessions need: one origin's cookies, redirects by hand, and a key when it has made one. */
export class TestTablet {
  cookies = new Map<string, string>();
  readonly #app: Asked;
  readonly #origin: string;
  /** What the tablet's clock shows, Unix milliseconds. */
  readonly now: () => number;
  key: Awaited<ReturnType<typeof generateKeyPair>> | null = null;
  sessionId: string | undefined;

  constructor(app: Asked, origin: string, now: () => number) {
    this.#app = app;
    this.#origin = origin;
    this.now = now;
  }

  async go(path: string, options: GoOptions = {}): Promise<Response> {
    const answer = await this.send(path, options);
    this.take(answer);
    return answer;
  }

  /** Sends a request whose answer may get lost on its way back: `take` is the arrival. */
  async send(path: string, { method = "GET", headers, body }: GoOptions = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return this.#app.request(new URL(path, this.#origin).href, {
      method,
      headers: {
        cookie,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  take(answer: Response): void {
    for (const header of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (/max-age=0/i.test(header)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  async makeKey(): Promise<void> {
    this.key = await generateKeyPair("ES256", { extractable: true });
  }

  /** @param at the time it claims to be made at; by the tablet's clock when left out. */
  async proof(path: string, method = "POST", at = this.now()): Promise<string> {
    if (!this.key) throw new Error("this tablet has no key");
    const claims = { htm: method, htu: `${this.#origin}${path}`, jti: randomUUID() };
    return new SignJWT(this.sessionId === undefined ? claims : { ...claims, sid: this.sessionId })
      .setProtectedHeader({
        alg: "ES256",
        typ: "dpop+jwt",
        jwk: await exportJWK(this.key.publicKey),
      })
      .setIssuedAt(Math.floor(at / 1000))
      .sign(this.key.privateKey);
  }

  /** A request with a proof, made once more with the server's time when the server asks for that. */
  async goProven(path: string, body: unknown): Promise<Response> {
    const first = await this.go(path, {
      method: "POST",
      body,
      headers: this.key ? { dpop: await this.proof(path) } : {},
    });
    if (first.status !== 401 || !this.key) return first;
    const asked = z.safeParse(proofNeededSchema, await first.clone().json());
    if (!asked.success) return first;
    this.sessionId = asked.data.sessionId;
    const dpop = await this.proof(path, "POST", asked.data.serverTime);
    return this.go(path, { method: "POST", body, headers: { dpop } });
  }

  /** Another browser with this one's cookie, and without its key. */
  copyWith(cookie: string): TestTablet {
    const copy = new TestTablet(this.#app, this.#origin, this.now);
    copy.cookies.set("paintbox", cookie);
    copy.sessionId = this.sessionId;
    return copy;
  }

  /** @returns null when it was refused. */
  async refresh(waiting: number | null = null): Promise<RefreshResponse | null> {
    const answer = await this.goProven("/api/session/refresh", { waiting });
    if (!answer.ok) return null;
    const told = z.parse(refreshResponseSchema, await answer.json());
    this.sessionId = told.sessionId;
    return told;
  }
}
