import { isSharedPhotos, noPhotos, type SharedPhotos } from "../shared/shared-photos.ts";
import type { WorkerDatabase } from "./database.ts";
import type { PhotosIn } from "./share-photos.ts";

/** Photos that another app has shared, until they are filed under an estimate or put away. */
export interface SharedPhotoStore {
  list(): Promise<SharedPhotos>;
  /** Adds to those that wait, all or none; what is said of refused ones is that of the last share. */
  add(photos: PhotosIn): Promise<void>;
  /** Null: not there any more. */
  bytes(id: string): Promise<ArrayBuffer | null>;
  forget(ids: readonly string[]): Promise<void>;
  forgetAll(): Promise<void>;
}

const LIST = "shared-photos";
/** Each photo under a name of its own: whoever asks for the list does not read a hundred megabytes. */
const PHOTO = "shared-photo ";
const nameOf = (id: string): string => PHOTO + id;

export function sharedPhotosIn(database: WorkerDatabase): SharedPhotoStore {
  const list = async (): Promise<SharedPhotos> => {
    const found: unknown = await database.read("facts", (store) => store.get(LIST));
    return isSharedPhotos(found) ? found : noPhotos;
  };
  /** A list that is read is written before it is read again: a share may come while photos are filed. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    list,
    add: ({ taken, refused }) =>
      inTurn(async () => {
        const { photos } = await list();
        const all = [...photos, ...taken.map(({ photo }) => photo)];
        await database.change("facts", (store) => {
          for (const { photo, bytes } of taken) store.put({ name: nameOf(photo.id), bytes });
          store.put({ name: LIST, photos: all, refused });
        });
      }),
    async bytes(id) {
      const found: unknown = await database.read("facts", (store) => store.get(nameOf(id)));
      const isThere = typeof found === "object" && found !== null && "bytes" in found;
      return isThere && found.bytes instanceof ArrayBuffer ? found.bytes : null;
    },
    forget: (ids) =>
      inTurn(async () => {
        const { photos } = await list();
        const left = photos.filter(({ id }) => !ids.includes(id));
        await database.change("facts", (store) => {
          for (const id of ids) store.delete(nameOf(id));
          store.put({ name: LIST, photos: left, refused: [] });
        });
      }),
    forgetAll: () =>
      inTurn(() =>
        database.change("facts", (store) => {
          store.delete(IDBKeyRange.bound(PHOTO, `${PHOTO}\uFFFF`));
          store.delete(LIST);
        }),
      ),
  };
}
