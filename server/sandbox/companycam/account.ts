import type { DocumentChange, DocumentFile } from "../common/store/document-file.ts";
import { Collection } from "./collection.ts";
import type { Delivery, Photo, Project, Tag, User, Webhook } from "./model.ts";

/** The bytes of a photo that was fetched; in the file only, they are too large to be held. */
const BYTES = "bytes";
const COUNTER = "counter";
/** Ids are texts of eight digits, so that they sort as they were given out. */
const FIRST_ID = 90_000_001;

/** Something that webhooks may be told of. */
export type AccountEvent =
  | { readonly type: `project.${string}`; readonly project: Project }
  | { readonly type: `photo.${string}`; readonly photo: Photo };

/** One company's account. */
export class Account {
  readonly users: Collection<User>;
  readonly projects: Collection<Project>;
  readonly photos: Collection<Photo>;
  readonly tags: Collection<Tag>;
  readonly webhooks: Collection<Webhook>;
  readonly deliveries: Collection<Delivery>;
  /** Called with what a request has brought about, once it is on disk. */
  onEvents: (events: readonly AccountEvent[]) => void = () => undefined;
  readonly #file: DocumentFile;
  readonly #clock: () => Date;
  #lastId: number;
  #events: AccountEvent[] = [];
  #bytes: DocumentChange[] = [];

  constructor(file: DocumentFile, clock: () => Date) {
    this.#file = file;
    this.#clock = clock;
    this.users = new Collection("user", file);
    this.projects = new Collection("project", file);
    this.photos = new Collection("photo", file);
    this.tags = new Collection("tag", file);
    this.webhooks = new Collection("webhook", file);
    this.deliveries = new Collection("delivery", file);
    this.#lastId = Number(file.get(COUNTER, "id") ?? FIRST_ID - 1);
  }

  /** Unix seconds. */
  now(): number {
    return Math.floor(this.#clock().getTime() / 1000);
  }

  newId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  emit(event: AccountEvent): void {
    this.#events.push(event);
  }

  keepBytes(photoId: string, bytes: Buffer): void {
    this.#bytes.push({ kind: BYTES, key: photoId, body: bytes.toString("base64") });
  }

  bytesOf(photoId: string): Buffer | undefined {
    const text = this.#file.get(BYTES, photoId);
    return text === undefined ? undefined : Buffer.from(text, "base64");
  }

  /** Runs the work of one request and writes what it changed; webhooks are told afterwards. */
  transact<T>(work: () => T): T {
    const result = work();
    this.#write();
    const events = this.#events;
    this.#events = [];
    if (events.length > 0) this.onEvents(events);
    return result;
  }

  /** Forgets everything but the numbers that were given out. */
  clear(): void {
    this.transact(() => {
      for (const collection of this.#collections()) collection.clear();
      for (const [key] of this.#file.read(BYTES))
        this.#bytes.push({ kind: BYTES, key, body: null });
    });
  }

  #write(): void {
    const counter = { kind: COUNTER, key: "id", body: String(this.#lastId) };
    const changes = this.#collections().flatMap((collection) => collection.takeChanges());
    this.#file.write([...changes, ...this.#bytes, counter]);
    this.#bytes = [];
  }

  #collections() {
    const { users, projects, photos, tags, webhooks, deliveries } = this;
    return [users, projects, photos, tags, webhooks, deliveries];
  }
}
