import { useEffect, useState } from "react";

/** Code of its own: the screens that ask are there without it. */
async function countUnfiled(): Promise<number> {
  const [{ askSharedFile }, { askSharedPhotos }] = await Promise.all([
    import("./shared-file.ts"),
    import("./shared-photos.ts"),
  ]);
  const [file, { photos }] = await Promise.all([askSharedFile(), askSharedPhotos()]);
  return photos.length + (file.is === "workbook" ? 1 : 0);
}

/** A worker that is silent has nothing to lose that it could tell us of; nobody waits for it to sign out. */
const PATIENCE_MS = 2_000;

/** How many files another app has shared that nobody has filed, and that go with the session; `undefined` until known. */
export function useUnfiledShares(): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let isOver = false;
    const tooLong = setTimeout(() => setCount((known) => known ?? 0), PATIENCE_MS);
    void countUnfiled().then(
      (unfiled) => isOver || setCount(unfiled),
      () => undefined,
    );
    return () => {
      isOver = true;
      clearTimeout(tooLong);
    };
  }, []);
  return count;
}
