import { type Context, Hono } from "hono";
import type { Clock } from "../clock.ts";
import { findByToken, readBytes } from "../companycam/uploads/upload-store.ts";
import type { AppEnv } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { refuse } from "./refuse.ts";

export interface IncomingPhotoParts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * `GET /photos/incoming/:token`: where CompanyCam fetches a photo from. Whoever has the address may: it cannot be guessed,
 * answers for a day at the most, and not any more once the photo has arrived.
 */
export const incomingPhotoRoutes = ({ store, clock }: IncomingPhotoParts) =>
  new Hono<AppEnv>().get("/photos/incoming/:token", async (context) => {
    const token = context.req.param("token");
    // What cannot be one of ours is not looked for; Postgres would stumble over some of it.
    const row = /^[\w-]{43}$/.test(token) && (await findByToken(store.db, token, clock.now()));
    if (!row) return refuse(context, "not_found");
    const range = rangeOf(context, row.bytes);
    const headers = {
      "content-type": row.content_type,
      "accept-ranges": "bytes",
      etag: `"${row.sha256}"`,
      // A copy somewhere on the way would outlive the address.
      "cache-control": "private, no-store",
    };
    if (range === "beyond")
      return context.body(null, 416, { ...headers, "content-range": `bytes */${row.bytes}` });
    const { start, end } = range ?? { start: 0, end: row.bytes };
    const part = { ...headers, "content-length": String(end - start) };
    const all = range === null ? part : { ...part, "content-range": said(start, end, row.bytes) };
    const status = range === null ? 200 : 206;
    if (context.req.method === "HEAD") return context.body(null, status, all);
    const key = { companyId: row.company_id, id: row.id };
    return context.body(streamOf(readBytes(store.db, key, start, end)), status, all);
  });

/** Reads from the database as fast as the other side takes it. */
const streamOf = (parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });

const said = (start: number, end: number, size: number): string =>
  `bytes ${start}-${end - 1}/${size}`;

/**
 * The one part that a request asks for, `end` exclusive; null for the whole. Several parts at once, and anything that is
 * not bytes, are answered with the whole, as RFC 9110 allows.
 */
function rangeOf(
  context: Context<AppEnv>,
  size: number,
): { readonly start: number; readonly end: number } | "beyond" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(context.req.header("range") ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const last = Math.min(Number(to), size);
    return last === 0 ? "beyond" : { start: size - last, end: size };
  }
  const start = Number(from);
  const end = to === "" ? size : Math.min(Number(to) + 1, size);
  if (to !== "" && Number(to) < start) return null;
  return start >= size ? "beyond" : { start, end };
}
