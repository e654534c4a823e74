import type { Context } from "hono";
import { MAX_BODY_BYTES } from "../../shared/sync/wire.ts";
import { type BodyShare, FREE_BODY_BYTES } from "../memory/body-budget.ts";

type BytesResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `unavailable`: there is no room for it just now, beside others' bodies; the answer says when to come back. */
  | { readonly ok: false; readonly error: "body_too_large" | "unavailable" };

export type BodyResult =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: "body_too_large" | "body_not_json" | "not_json_type" | "unavailable";
    };

/** A few large bodies later there is room; spread, so that not everybody is back at once. */
const RETRY_SECONDS = 5;
const SPREAD_SECONDS = 10;
/** A body that does not say how long it is asks for room in steps, each so many times the one before. */
const STEP = 4;

/**
 * Reads a JSON body. A body that is too large is given up at the limit and never held whole, whatever its
 * Content-Length says; one for which there is no room beside others' is not begun.
 */
export async function readJsonBody(
  context: Context,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<BodyResult> {
  const type = context.req.header("content-type") ?? "";
  if (!/^application\/json(\s*;|$)/i.test(type)) return { ok: false, error: "not_json_type" };
  try {
    const read = await readBytes(context, maxBytes);
    if (!read.ok) return read;
    const text = new TextDecoder("utf-8", { fatal: true }).decode(read.bytes);
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    // Also half a body: a tablet that goes out of range in the middle is an ordinary day, not our error.
    return { ok: false, error: "body_not_json" };
  }
}

/** Reads a body whole. @throws when it breaks off. */
export async function readBytes(context: Context, maxBytes: number): Promise<BytesResult> {
  const { raw } = context.req;
  const share: BodyShare | undefined = context.get("bodyShare");
  const header = context.req.header("content-length");
  const length = header === undefined ? null : Number(header);
  if (length !== null && length > maxBytes) return { ok: false, error: "body_too_large" };
  if (length !== null && (length <= FREE_BODY_BYTES || !share)) {
    // Node reads no more than it was told, and without the streams in between.
    const bytes = new Uint8Array(await raw.arrayBuffer());
    return bytes.byteLength > maxBytes
      ? { ok: false, error: "body_too_large" }
      : { ok: true, bytes };
  }
  const read = await readLarge(raw.body, { length, maxBytes, share });
  if (!read.ok && read.error === "unavailable") {
    const seconds = RETRY_SECONDS + Math.floor(Math.random() * SPREAD_SECONDS);
    context.header("retry-after", String(seconds));
  }
  return read;
}

interface LargeBody {
  /** As its header says; null: it does not. */
  readonly length: number | null;
  readonly maxBytes: number;
  readonly share: BodyShare | undefined;
}

/** Reads no byte for which there is no room. */
async function readLarge(
  body: ReadableStream<Uint8Array> | null,
  { length, maxBytes, share }: LargeBody,
): Promise<BytesResult> {
  const unavailable = { ok: false, error: "unavailable" } as const;
  if (body === null) return { ok: true, bytes: new Uint8Array() };
  let room = length ?? FREE_BODY_BYTES;
  if (share && !(await share.growTo(room))) return unavailable;
  const reader = body.getReader();
  let isCut = false;
  share?.onCut(() => {
    isCut = true;
    void reader.cancel().catch(() => undefined);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (isCut) return unavailable;
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return { ok: false, error: "body_too_large" };
    }
    chunks.push(value);
    share?.progress(size);
    if (size <= room) continue;
    room = Math.min(maxBytes, Math.max(size, room * STEP));
    if (share && !(await share.growTo(room))) return unavailable;
  }
  share?.arrived();
  return { ok: true, bytes: Buffer.concat(chunks, size) };
}
