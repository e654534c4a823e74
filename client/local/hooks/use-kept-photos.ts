import { useEffect, useState } from "react";
import { type KeptPhotos, keepPhotos, readKeptPhotos } from "../kept-photos.ts";
import { useLocal } from "../local-context.tsx";

/**
 * A job's photos as they were last known here, and keeps them as they are known now.
 *
 * @param known null: the server has not said anything.
 */
export function useKeptPhotos(estimateId: string, known: KeptPhotos | null): KeptPhotos | null {
  const { database } = useLocal();
  const [kept, setKept] = useState<KeptPhotos | null>(null);
  useEffect(() => {
    let isOver = false;
    // A list that cannot be read is as good as none: it comes with the signal.
    readKeptPhotos(database, estimateId).then(
      (found) => isOver || setKept(found),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [database, estimateId]);
  const { link, pages } = known ?? {};
  useEffect(() => {
    // Nor is one that finds no room on the disk.
    if (link && pages) keepPhotos(database, estimateId, { link, pages }).catch(() => undefined);
  }, [database, estimateId, link, pages]);
  return kept;
}
