import { expect, test } from "vitest";
import { createSyncState } from "../../sync/sync-state.ts";
import { where } from "../../words/where.ts";
import { lightOf, lightWords, type Standing } from "./light.ts";

const { en } = where;
const sync = createSyncState().get();
const calm: Standing = { sync, refused: 0, toSettle: 0, here: 0, stuck: 0, others: [] };

test("everything on the server: safe to leave, also with no signal", () => {
  expect(lightOf(calm)).toBe("safe");
  const offline: Standing = { ...calm, sync: { ...sync, phase: "offline" } };
  expect(lightOf(offline)).toBe("safe");
  expect(lightWords(offline, en)).toBe(en.whereAllSafe);
});

test("work that is here only is said to be, with the reason", () => {
  const offline: Standing = { ...calm, here: 3, sync: { ...sync, phase: "offline" } };
  expect(lightOf(offline)).toBe("here-only");
  expect(lightWords(offline, en)).toBe(en.whereNoSignal);
  const away: Standing = { ...calm, here: 3, sync: { ...sync, phase: "server-away" } };
  expect(lightWords(away, en)).toBe(en.whereServerAway);
  const sending: Standing = {
    ...calm,
    here: 3,
    sync: { ...sync, phase: "sending", sent: 1, total: 4 },
  };
  expect(lightWords(sending, en)).toBe("Sending 1 of 4.");
});

test("another person's work that waits here is not safe, and only they can send it", () => {
  const standing: Standing = { ...calm, others: [{ userName: "Erin Vega", waiting: 2 }] };
  expect(lightOf(standing)).toBe("here-only");
  expect(lightWords(standing, en)).toBe(en.whereOthers(2, "Erin Vega"));
  expect(lightOf({ ...standing, refused: 1 })).toBe("needs-you");
});

test.each([
  ["a refused edit", { refused: 1 }, en.whereNotTaken(1)],
  ["something to settle", { toSettle: 2 }, en.whereToSettle(2)],
  ["a photo that cannot be sent", { here: 1, stuck: 1 }, en.wherePhotosStuck(1)],
  [
    "a sign-in that has run out",
    { here: 1, sync: { ...sync, phase: "signed-out" } },
    en.whereSignIn,
  ],
  [
    "a version that is too old",
    { sync: { ...sync, phase: "fault", fault: "update" } },
    `${en.whereTooOld} ${en.whereTooOldTodo}`,
  ],
  ["a mass removal", { sync: { ...sync, phase: "fault", fault: "removal" } }, en.whereRemovalAsked],
] as const)("%s needs a person", (_what, part, words) => {
  const standing: Standing = { ...calm, ...part };
  expect(lightOf(standing)).toBe("needs-you");
  expect(lightWords(standing, en)).toBe(words);
});
