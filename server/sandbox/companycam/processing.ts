import { createHash } from "node:crypto";
import type { Account } from "./account.ts";

const FETCH_TIMEOUT_MS = 10_000;

/** Fetches the photos that were announced, as CompanyCam does: by itself, some time after it has answered. */
export class Processing {
  readonly #account: Account;
  readonly #closing = new AbortController();
  readonly #running = new Map<string, Promise<void>>();
  /** While it is paused, photos stay pending. */
  isPaused = false;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Begins with what is pending; also after a restart. */
  wake(): void {
    if (this.isPaused) return;
    for (const photo of this.#account.photos.all()) {
      const { id, processing, status } = photo;
      if (processing !== "pending" || status === "deleted" || this.#running.has(id)) continue;
      const work = this.#process(id).finally(() => this.#running.delete(id));
      this.#running.set(id, work);
    }
  }

  /** Resolves when nothing is being fetched. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** What is being fetched then is fetched again after the next start. */
  close(): void {
    this.isPaused = true;
    this.#closing.abort();
  }

  async #process(id: string): Promise<void> {
    // The answer to whoever announced it goes first.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const uri = this.#account.photos.get(id)?.sourceUri ?? "";
    const bytes = await fetchBytes(uri, this.#closing.signal);
    const photo = this.#account.photos.get(id);
    if (this.#closing.signal.aborted || !photo || photo.status === "deleted") return;
    if (bytes === null) {
      const updatedAt = this.#account.now();
      this.#account.transact(() =>
        this.#account.photos.put({ ...photo, processing: "processing_error", updatedAt }),
      );
      return;
    }
    const hash = createHash("md5").update(bytes).digest("hex");
    const isKnown = this.#account.photos
      .all()
      .some(
        (other) =>
          other.id !== id &&
          other.projectId === photo.projectId &&
          other.hash === hash &&
          other.status === "active",
      );
    this.#account.transact(() => {
      this.#account.keepBytes(id, bytes);
      const processing = isKnown ? "duplicate" : "processed";
      const done = { ...photo, hash, processing, updatedAt: this.#account.now() } as const;
      this.#account.photos.put(done);
      if (!isKnown) this.#account.emit({ type: "photo.created", photo: done });
    });
  }
}

/** @returns null when nothing comes that could be a photo. */
async function fetchBytes(uri: string, closing: AbortSignal): Promise<Buffer | null> {
  try {
    const response = await fetch(uri, {
      signal: AbortSignal.any([AbortSignal.timeout(FETCH_TIMEOUT_MS), closing]),
    });
    const isImage = (response.headers.get("content-type") ?? "").startsWith("image/");
    const bytes = Buffer.from(await response.arrayBuffer());
    return response.status === 200 && isImage && bytes.length > 0 ? bytes : null;
  } catch {
    return null;
  }
}
