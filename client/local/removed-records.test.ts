import { expect, test } from "vitest";
import { removedRecords } from "./removed-records.ts";

const id = (number: number) => `11111111-2222-7333-8444-55555555555${number}`;
const OURS = id(3);
const client = (number: number, seenAt: number, lastSeq: number) => ({
  clientId: id(number),
  schema: 2,
  seenAt,
  lastSeq,
});
const device = { clients: [client(1, 100, 7), client(2, 200, 12), client(3, 400, 1)] };

test("a database that was empty on a device the server knows was removed, up to its last edit before that", () => {
  expect(removedRecords(device, OURS, { emptyAt: 300, toldOf: null })).toEqual({
    lastSeq: 12,
    seenAt: 200,
  });
});

test.each([
  ["a database that was there", device, { emptyAt: null, toldOf: null }],
  ["somebody who has been told", device, { emptyAt: 300, toldOf: 300 }],
  [
    "the first time on this device",
    { clients: [client(3, 400, 1)] },
    { emptyAt: 300, toldOf: null },
  ],
  ["a device with no edits on the server", { clients: [] }, { emptyAt: 300, toldOf: null }],
  ["a server that says nothing of devices", null, { emptyAt: 300, toldOf: null }],
])("%s is not told that records were removed", (_what, known, person) => {
  expect(removedRecords(known, OURS, person)).toBeNull();
});
