import type { Handler } from "hono";
import type { AppEnv } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import { type Asked, readyAnswer, type ReadyResource } from "./ready-answer.ts";

/** The app's own way to a ready resource: for what is asked of it without a socket, or has to be worked out first. */
export function readyHandler(resource: ReadyResource): Handler<AppEnv> {
  return async (context) => {
    const { req } = context;
    const asked: Asked = {
      method: req.method,
      accept: req.header("accept"),
      ifNoneMatch: req.header("if-none-match"),
    };
    let answer = readyAnswer(resource, asked);
    if (answer === null) {
      await resource.prepare?.();
      answer = readyAnswer(resource, asked);
    }
    if (answer === null) return refuse(context, "unavailable");
    const { body, status, headers } = answer;
    return new Response(body && new Uint8Array(body), { status, headers });
  };
}
