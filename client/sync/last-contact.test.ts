import { expect, test } from "vitest";
import { memoryStorage } from "../local/testing/memory-storage.ts";
import { readLastContact, rememberContact } from "./last-contact.ts";
import { createSyncState } from "./sync-state.ts";

test("the last contact is known after a restart, to its own database only", () => {
  const storage = memoryStorage();
  expect(readLastContact("u1", storage)).toBeNull();
  const state = createSyncState();
  rememberContact(state, "u1", storage);
  state.change({ phase: "offline" });
  expect(readLastContact("u1", storage)).toBeNull();
  state.change({ lastContactAt: 1_795_000_000_000 });
  expect(readLastContact("u1", storage)).toBe(1_795_000_000_000);
  expect(readLastContact("u2", storage)).toBeNull();
});

test("what somebody else wrote there is no contact", () => {
  const storage = memoryStorage();
  storage.setItem("paintbox-contact-u1", "yesterday");
  expect(readLastContact("u1", storage)).toBeNull();
});
