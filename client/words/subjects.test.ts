import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { conflicts } from "./conflicts.ts";
import { devices } from "./devices.ts";
import { edits } from "./edits.ts";
import { find } from "./find.ts";
import { history } from "./history.ts";
import { implied } from "./implied.ts";
import { items } from "./items.ts";
import { lease } from "./lease.ts";
import { offer } from "./offer.ts";
import { older } from "./older.ts";
import { problems } from "./problems.ts";
import { reprice } from "./reprice.ts";
import { rescue } from "./rescue.ts";
import { sample } from "./sample.ts";
import { share } from "./share.ts";
import { storage } from "./storage.ts";
import { surface } from "./surface.ts";
import { takeOver } from "./take-over.ts";
import { tablet } from "./tablet.ts";
import { terms } from "./terms.ts";
import { where } from "./where.ts";
import { type Entry, missingIn } from "./testing/missing-in.ts";

const subjects = {
  conflicts,
  devices,
  edits,
  find,
  history,
  implied,
  items,
  lease,
  offer,
  older,
  problems,
  reprice,
  rescue,
  sample,
  share,
  storage,
  surface,
  tablet,
  takeOver,
  terms,
  where,
};

const entries = Object.entries(subjects).flatMap(([subject, { en, es }]) => {
  const spanish = new Map(Object.entries<Entry>(es));
  return Object.entries<Entry>(en).map(
    ([key, english]) => [`${subject}.${key}`, english, spanish.get(key)] as const,
  );
});

test.each(entries)("%s says something in both languages and loses no value", (_, en, es) =>
  expect(missingIn(en, es)).toEqual([]),
);

test("every sentence is on some screen", () => {
  const client = join(import.meta.dirname, "..");
  const rooms = [
    "chrome",
    "chrome/edit-history",
    "chrome/edit-words",
    "features/conflicts",
    "features/details",
    "features/devices",
    "features/editor",
    "features/history",
    "features/home",
    "features/lease",
    "features/older",
    "features/pair",
    "features/price",
    "features/sample",
    "features/settings",
    "features/share",
    "features/storage",
    "features/sync-status",
    "features/tablet",
  ];
  const read = rooms
    .flatMap((room) => readdirSync(join(client, room)).map((file) => join(client, room, file)))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap(
      (file) =>
        readFileSync(file, "utf8").match(/(?<=\b(?:[tw]|kept|play|language\])\.)\w+/g) ?? [],
    );
  const known = new Set(read);
  const unread = entries.map(([name]) => name.split(".")[1] ?? "").filter((key) => !known.has(key));
  expect(unread).toEqual([]);
});
