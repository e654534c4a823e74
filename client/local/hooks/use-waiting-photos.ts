import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { photosOf, type WaitingPhoto } from "../photos/photo-database.ts";
import { listAllPhotos, listPhotos } from "../photos/waiting-photos.ts";

/** Photos that are on this tablet only; of one estimate, or of all. `undefined` until they were read. */
export function useWaitingPhotos(estimateId?: string): readonly WaitingPhoto[] | undefined {
  const local = useLocal();
  // One object for one database: what is asked of it changes with the estimate alone.
  return useLiveQuery(
    photosOf(local).readable,
    () => (estimateId === undefined ? listAllPhotos(local) : listPhotos(local, estimateId)),
    [estimateId],
  );
}
