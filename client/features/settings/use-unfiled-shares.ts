import { useEffect, useState } from "react";
import { askSharedFile } from "../../chrome/shared-file.ts";
import { askSharedPhotos } from "../../chrome/shared-photos.ts";

/** A worker that is silent has nothing to lose that it could tell us of; nobody waits for it to sign out. */
const PATIENCE_MS = 2_000;

/** How many files another app has shared that nobody has filed, and that go with the session; `undefined` until known. */
export function useUnfiledShares(): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let isOver = false;
    const tooLong = setTimeout(() => setCount((known) => known ?? 0), PATIENCE_MS);
    void Promise.all([askSharedFile(), askSharedPhotos()]).then(([file, { photos }]) => {
      if (!isOver) setCount(photos.length + (file.is === "workbook" ? 1 : 0));
    });
    return () => {
      isOver = true;
      clearTimeout(tooLong);
    };
  }, []);
  return count;
}
