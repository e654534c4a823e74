import { expect, test } from "vitest";
import { keepPhotos, type KeptPhotos, readKeptPhotos } from "./kept-photos.ts";
import { createTablet } from "./testing/test-local.ts";

const kept: KeptPhotos = {
  link: { state: "linked", projectId: "7", message: null },
  pages: [
    {
      items: [
        {
          id: "1",
          description: null,
          isInternal: false,
          creatorName: "Erin",
          capturedAt: 5,
          bytes: { thumbnail: "/api/v1/companycam/photos/1/bytes/thumbnail/x" },
        },
      ],
      next: null,
      stale: false,
    },
  ],
};

test("a job's list is there again when the records are opened again, for that job alone", async () => {
  const tablet = createTablet();
  const { database } = await tablet.open();
  expect(await readKeptPhotos(database, "a")).toBeNull();
  await keepPhotos(database, "a", kept);
  database.close();
  const again = await tablet.open();
  expect(await readKeptPhotos(again.database, "a")).toEqual(kept);
  expect(await readKeptPhotos(again.database, "b")).toBeNull();
});

test("of too many lists those looked at longest ago go, and nothing else beside them", async () => {
  const { database } = await createTablet().open();
  const others = await database.meta.count();
  for (let at = 0; at < 61; at += 1)
    await keepPhotos(database, `${at}`, kept, () => (at === 0 ? 100 : at));
  expect(await readKeptPhotos(database, "0")).toEqual(kept);
  expect(await readKeptPhotos(database, "1")).toBeNull();
  expect(await readKeptPhotos(database, "2")).toEqual(kept);
  expect(await database.meta.count()).toBe(others + 60);
});
