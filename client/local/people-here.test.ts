import { expect, test } from "vitest";
import { notePerson, othersWaiting, peopleHere, personHere } from "./people-here.ts";
import { memoryStorage } from "./testing/memory-storage.ts";

const ana = { companyId: "co", userId: "u1", userName: "Ana" };
const ben = { companyId: "co", userId: "u2", userName: "Ben" };

test("whoever is here is told of others' unsent work, and not of their own", () => {
  const storage = memoryStorage();
  notePerson(ana, { waiting: 3 }, storage);
  notePerson(ben, { waiting: 0 }, storage);
  expect(othersWaiting(ben, storage)).toMatchObject([{ userName: "Ana", waiting: 3 }]);
  expect(othersWaiting(ana, storage)).toEqual([]);
  notePerson(ana, { waiting: 0 }, storage);
  expect(othersWaiting(ben, storage)).toEqual([]);
});

test("one thing noted leaves the others as they were", () => {
  const storage = memoryStorage();
  notePerson(ana, { emptyAt: 5 }, storage);
  notePerson(ana, { waiting: 2 }, storage);
  notePerson({ ...ana, userName: "Ana María" }, { toldOf: 5 }, storage);
  expect(personHere(ana, storage)).toEqual({
    ...ana,
    userName: "Ana María",
    waiting: 2,
    emptyAt: 5,
    toldOf: 5,
  });
});

test.each(["{", "null", '[{"userId": 7}]'])("what is no list (%s) is an empty one", (text) => {
  const storage = memoryStorage();
  storage.setItem("paintbox-people", text);
  expect(peopleHere(storage)).toEqual([]);
});
