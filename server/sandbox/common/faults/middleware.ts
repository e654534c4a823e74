/** Applies faults to HTTP calls: refuses, delays, or breaks the connection before or after the work. */
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";

import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";

import { maintenancePage } from "./maintenance-page.ts";
import type { FaultBook } from "./fault-book.ts";
import type { FaultAction } from "./fault-rule.ts";

/** The socket is there when the sandbox runs on Node's server, not when a test calls it in-process. */
export type SandboxEnv = { Bindings: Partial<HttpBindings> };

/** What an in-process caller sees in place of a broken connection; `fetch` fails the same way. */
export class ConnectionDroppedError extends TypeError {
  override readonly name = "ConnectionDroppedError";

  constructor() {
    super("fetch failed");
  }
}

/** The body of an `error` fault: every system words its errors in a shape of its own. */
export type FaultErrorBody = (
  path: string,
  fault: { errorCode: string; message: string },
) => unknown;

export function faultMiddleware(
  faults: FaultBook,
  errorBody: FaultErrorBody,
): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const body = c.req.raw.body ? await c.req.text() : "";
    const action = faults.take({
      scope: "request",
      method: c.req.method,
      path: url.pathname,
      text: `${decodeLoosely(url.pathname + url.search)}\n${body}`,
    });
    return action ? strike(c, action, next, errorBody) : next();
  };
}

/** Tells the log, and a person with the developer tools open, that a fault struck. */
export const faultHeader = "X-Sandbox-Fault";

const mark = ({ kind }: FaultAction) => ({ [faultHeader]: kind });

const messageOf = ({
  errorCode,
  message = errorCode,
}: Extract<FaultAction, { kind: "error" }>) => ({
  errorCode,
  message,
});

async function strike(
  c: Context<SandboxEnv>,
  action: FaultAction,
  next: () => Promise<void>,
  errorBody: FaultErrorBody,
): Promise<Response | void> {
  switch (action.kind) {
    case "error":
      return Response.json(errorBody(c.req.path, messageOf(action)), {
        status: action.status,
        headers: mark(action),
      });
    case "latency":
      await delay(action.ms);
      await next();
      c.header(faultHeader, action.kind);
      return;
    case "drop":
      if (action.when === "after-commit") await next();
      return replaceResponse(c, dropConnection(c));
    case "maintenance":
      return new Response(maintenancePage, {
        status: action.status,
        headers: {
          ...mark(action),
          "Content-Type": "text/html; charset=UTF-8",
          ...(action.status === 302 ? { Location: "/maintenance" } : {}),
        },
      });
    case "truncate":
      await next();
      return replaceResponse(c, await truncate(c, action.gzip));
    case "stall":
      await next();
      return replaceResponse(c, await stall(c, action.ms));
  }
}

/** Once a handler has answered, Hono takes a new response only by assignment. */
function replaceResponse(c: Context<SandboxEnv>, response: Response): void {
  c.res = undefined;
  c.res = response;
}

function dropConnection(c: Context<SandboxEnv>): Response {
  const { incoming } = c.env ?? {};
  if (!incoming) throw new ConnectionDroppedError();
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Announces the whole length, sends half and breaks off; in-process, half the body. */
async function truncate(c: Context<SandboxEnv>, gzip: boolean): Promise<Response> {
  const plain = Buffer.from(await c.res.arrayBuffer());
  const whole = gzip ? gzipSync(plain) : plain;
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const { status, headers } = c.res;
  const outgoing = beginAnswer(c, whole.length, gzip);
  if (!outgoing) return new Response(half, { status, headers });
  await new Promise((written) => {
    outgoing.write(half, written);
  });
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** A server that has begun to answer and hangs. In-process it only waits. */
async function stall(c: Context<SandboxEnv>, ms: number): Promise<Response> {
  const { status, headers } = c.res;
  const whole = Buffer.from(await c.res.arrayBuffer());
  const outgoing = beginAnswer(c, whole.length, false);
  outgoing?.write(whole.subarray(0, 1));
  await delay(ms, undefined, { ref: false });
  if (!outgoing) return new Response(whole, { status, headers });
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** @returns the answer under way on the socket; undefined when there is none */
function beginAnswer(c: Context<SandboxEnv>, length: number, gzip: boolean) {
  const { outgoing } = c.env ?? {};
  if (!outgoing || !("writeHead" in outgoing)) return undefined;
  outgoing.statusCode = c.res.status;
  outgoing.setHeader("Content-Type", c.res.headers.get("Content-Type") ?? "application/json");
  outgoing.setHeader("Content-Length", length);
  if (gzip) outgoing.setHeader("Content-Encoding", "gzip");
  return outgoing;
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
