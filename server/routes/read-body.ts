import type { Context } from "hono";
import { MAX_BODY_BYTES } from "../../shared/sync/wire.ts";

export type BodyResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: "body_too_large" | "body_not_json" | "not_json_type" };

/**
 * Reads a JSON body. A body that is too large is given up at the limit and never held whole, whatever its
 * Content-Length says.
 */
export async function readJsonBody(
  context: Context,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<BodyResult> {
  const type = context.req.header("content-type") ?? "";
  if (!/^application\/json(\s*;|$)/i.test(type)) return { ok: false, error: "not_json_type" };
  const length = context.req.header("content-length");
  if (Number(length ?? "0") > maxBytes) return { ok: false, error: "body_too_large" };
  const { raw } = context.req;
  try {
    const bytes =
      length === undefined ? await readBytes(raw.body, maxBytes) : await readAll(raw, maxBytes);
    if (bytes === null) return { ok: false, error: "body_too_large" };
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    // Also half a body: a tablet that goes out of range in the middle is an ordinary day, not our error.
    return { ok: false, error: "body_not_json" };
  }
}

/** A body that said how long it is: Node reads no more than that, and without the streams in between. */
async function readAll(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > maxBytes ? null : bytes;
}

/** Reads a body whole. @returns null when there are more than `maxBytes`. */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body === null) return new Uint8Array();
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
