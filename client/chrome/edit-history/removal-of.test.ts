import { expect, test } from "vitest";
import { removalOf } from "./removal-of.ts";
import type { ToldEdit } from "./told-edits.ts";

const removal = (userName: string, part: Partial<ToldEdit> = {}): ToldEdit => ({
  id: userName,
  name: "area.remove",
  userName,
  at: "2026-05-04T08:00:00.000Z",
  operations: [
    { op: "remove", entity: "surface", id: "s1", seen: {} },
    { op: "remove", entity: "area", id: "a1", seen: {} },
  ],
  standing: "on-server",
  ...part,
});

test("the latest removal counts, whatever else went with it", () => {
  const edits = [removal("Erin Vega"), removal("Marcus Hale")];
  expect(removalOf(edits, "a1")).toEqual({
    userName: "Erin Vega",
    at: "2026-05-04T08:00:00.000Z",
  });
  expect(removalOf(edits, "s1")?.userName).toBe("Erin Vega");
});

test("what the server refused removed nothing; one that waits here did", () => {
  const refused = removal("Erin Vega", { standing: "rejected" });
  expect(removalOf([refused, removal("Marcus Hale", { standing: "here" })], "a1")?.userName).toBe(
    "Marcus Hale",
  );
  expect(removalOf([refused], "a1")).toBeNull();
});

test("bringing back and changing is no removal", () => {
  const back = removal("Erin Vega", {
    operations: [{ op: "restore", entity: "area", id: "a1" }],
  });
  expect(removalOf([back], "a1")).toBeNull();
  expect(removalOf([removal("Erin Vega")], "another")).toBeNull();
});
