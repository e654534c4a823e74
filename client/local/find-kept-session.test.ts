import { expect, test } from "vitest";
import type { Session } from "../../shared/sync/wire.ts";
import { databaseName, PaintboxDatabase } from "./database.ts";
import { findKeptSession } from "./find-kept-session.ts";
import { dropSession, keepSession } from "./kept-session.ts";
import { createTablet } from "./testing/test-local.ts";

const ana: Session = {
  companyId: "co",
  companyName: "Sierra Painting",
  userId: "u1",
  userName: "Ana",
  email: "ana@example.com",
  role: "estimator",
};
const ben: Session = { ...ana, userId: "u2", userName: "Ben", email: "ben@example.com" };
const owners = async (): Promise<readonly Session[]> => [ana, ben];

test("who signed in is known from the records alone, until they sign out", async () => {
  const tablet = createTablet();
  const { database } = await tablet.open();
  expect(await findKeptSession(owners, tablet.storage)).toBeNull();
  await keepSession(database, ana);
  expect(await findKeptSession(owners, tablet.storage)).toEqual(ana);
  await dropSession(database);
  expect(await findKeptSession(owners, tablet.storage)).toBeNull();
});

test("of two people on one tablet, the one who came last is here", async () => {
  const tablet = createTablet();
  const { database } = await tablet.open();
  const other = new PaintboxDatabase(databaseName("co", "u2"), tablet.storage);
  await keepSession(database, ana, () => 20);
  await keepSession(other, ben, () => 10);
  expect(await findKeptSession(owners, tablet.storage)).toEqual(ana);
  await keepSession(other, ben, () => 30);
  expect(await findKeptSession(owners, tablet.storage)).toEqual(ben);
});

test("records that say something else, and a browser that does not list its databases, say nobody", async () => {
  const tablet = createTablet();
  const { database } = await tablet.open();
  await database.table("meta").put({ key: "session", session: { user: "Ana" }, at: 1 });
  expect(await findKeptSession(owners, tablet.storage)).toBeNull();
  await keepSession(database, ana);
  const silent = (): Promise<never> => Promise.reject(new Error("no list"));
  expect(await findKeptSession(silent, tablet.storage)).toBeNull();
});
