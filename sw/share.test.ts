import { expect, test } from "vitest";
import { isSharedFile, MAX_SHARED_BYTES } from "../shared/shared-file.ts";
import type { Fact, Facts } from "./facts.ts";
import { keptShare, takeShare } from "./share.ts";

// A worker knows where it is; Node does not.
const redirect = Response.redirect.bind(Response);
Response.redirect = (url, status) => redirect(new URL(url, "https://paintbox.example"), status);

function factsInMemory(isFull = false): Facts {
  const kept = new Map<string, Fact>();
  return {
    read: async (name) => kept.get(name),
    note: async (fact) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(fact.name, fact);
    },
    forget: async (name) => void kept.delete(name),
  };
}

const shareOf = (...files: readonly File[]): Request => {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  return new Request("https://paintbox.example/share", { method: "POST", body });
};

const book = new File(["PK workbook"], "Prices 2027.XLSX");
const photo = new File(["jpeg"], "front.jpg", { type: "image/jpeg" });

async function shared(request: Request, facts = factsInMemory()) {
  const answer = await takeShare(request, facts);
  return {
    status: answer.status,
    to: answer.headers.get("location"),
    kept: await keptShare(facts),
  };
}

test("a workbook is kept as it came, and its screen follows", async () => {
  const { status, to, kept } = await shared(shareOf(photo, book));
  expect([status, to]).toEqual([303, "https://paintbox.example/share"]);
  expect(kept).toMatchObject({ is: "workbook", name: "Prices 2027.XLSX", others: 1 });
  expect(kept.is === "workbook" && new TextDecoder().decode(kept.bytes)).toBe("PK workbook");
  expect(isSharedFile(kept)).toBe(true);
});

test("nothing else is kept: no picture, nothing too large, no form without files", async () => {
  expect((await shared(shareOf(photo))).kept).toEqual({ is: "not-a-workbook", name: "front.jpg" });
  const largest = new File([new Uint8Array(MAX_SHARED_BYTES)], "a.xlsx");
  expect((await shared(shareOf(largest))).kept.is).toBe("workbook");
  const larger = new File([new Uint8Array(MAX_SHARED_BYTES + 1)], "a.xlsx");
  expect((await shared(shareOf(larger))).kept).toEqual({ is: "too-large", name: "a.xlsx" });
  expect((await shared(shareOf())).kept).toEqual({ is: "nothing" });
});

test("what cannot be kept is said, and what was shared before is not taken for it", async () => {
  const facts = factsInMemory();
  await takeShare(shareOf(book), facts);
  const none = new Request("https://paintbox.example/share", { method: "POST", body: "no form" });
  const { to, kept } = await shared(none, facts);
  expect(to).toBe("https://paintbox.example/share?not-kept");
  expect(kept).toEqual({ is: "nothing" });
  expect((await shared(shareOf(book), factsInMemory(true))).to).toContain("?not-kept");
});

test("an answer of another build is not half believed", () => {
  expect(isSharedFile({ is: "workbook", name: "a.xlsx", others: 0 })).toBe(false);
  expect(isSharedFile({ is: "picture", name: "a.jpg" })).toBe(false);
  expect(isSharedFile("silent")).toBe(false);
});
