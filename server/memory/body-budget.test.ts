import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BodyShare, createBodyBudget, FREE_BODY_BYTES } from "./body-budget.ts";
import { nextLevel } from "./memory-level.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MB = 1_000_000;
/** For which 16 MB of bodies may be under way, and 8 of one person. */
const LIMIT = 512 * MB;
const budgetOf = (rss = () => 0) =>
  createBodyBudget(
    {
      look: () => undefined,
      level: () => nextLevel(rss() / LIMIT, "normal"),
      reading: () => ({ rssBytes: rss(), limitBytes: LIMIT }),
    },
    () => Date.now(),
  );

/** What has become of an asking: null while it waits. */
function asked(share: BodyShare, bytes: number) {
  const answer: { is: boolean | null } = { is: null };
  void share.growTo(bytes).then((is) => {
    answer.is = is;
  });
  return answer;
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test("small bodies neither wait nor count", async () => {
  const budget = budgetOf();
  await budget.share("big").growTo(100 * MB);
  for (let each = 0; each < 1000; each += 1)
    expect(await budget.share("small").growTo(FREE_BODY_BYTES)).toBe(true);
  expect(budget.report()).toEqual({ heldBytes: 100 * MB, waiting: 0 });
});

test("who finds no room waits until another is done, in their order", async () => {
  const budget = budgetOf();
  const [one, two] = [budget.share("a"), budget.share("b")];
  expect([await one.growTo(8 * MB), await two.growTo(7 * MB)]).toEqual([true, true]);
  const three = asked(budget.share("c"), 8 * MB);
  const four = asked(budget.share("d"), MB);
  await settled();
  // The fourth would fit; but large ones would wait for ever if small ones always passed them by.
  expect([three.is, four.is]).toEqual([null, null]);
  one.release();
  await settled();
  expect([three.is, four.is]).toEqual([true, true]);
  two.release();
  two.release();
  expect(budget.report()).toEqual({ heldBytes: 9 * MB, waiting: 0 });
});

test("nobody waits for long, and what is given up holds nobody else up", async () => {
  const budget = budgetOf();
  const first = budget.share("a");
  await first.growTo(12 * MB);
  const share = budget.share("b");
  const large = asked(share, 8 * MB);
  await vi.advanceTimersByTimeAsync(2000);
  const small = asked(budget.share("c"), MB);
  await vi.advanceTimersByTimeAsync(2999);
  first.progress(12 * MB);
  expect([large.is, small.is]).toEqual([null, null]);
  await vi.advanceTimersByTimeAsync(1);
  expect([large.is, small.is]).toEqual([false, true]);
  expect([share.isRefused(), first.isRefused()]).toEqual([true, false]);
});

test("a body larger than everything is taken while it is alone", async () => {
  const budget = budgetOf();
  const first = budget.share("a");
  await first.growTo(MB);
  const huge = asked(budget.share("b"), 32 * MB);
  await settled();
  expect(huge.is).toBe(null);
  first.release();
  await settled();
  expect(huge.is).toBe(true);
});

test("one person has half at the most while others may come, and their queue is nobody else's", async () => {
  const budget = budgetOf();
  const theirs = Array.from({ length: 100 }, () => budget.share("greedy"));
  const answers = theirs.map((share) => asked(share, 4 * MB));
  await settled();
  expect(answers.filter(({ is }) => is === true)).toHaveLength(2);
  const other = asked(budget.share("other"), 8 * MB);
  await settled();
  expect(other.is).toBe(true);
  // Now it is full. Of two that wait, whoever has less is next.
  const late = asked(budget.share("late"), 4 * MB);
  theirs[0]?.release();
  await settled();
  expect([late.is, answers.filter(({ is }) => is === true).length]).toEqual([true, 2]);
});

test("a body that grows keeps what it has, and two that wait for each other do not wait for ever", async () => {
  const budget = budgetOf();
  const [one, two] = [budget.share("a"), budget.share("b")];
  await one.growTo(8 * MB);
  await two.growTo(8 * MB);
  const answers = [asked(one, 12 * MB), asked(two, 12 * MB)];
  await settled();
  expect(answers.map(({ is }) => is)).toEqual([null, null]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(answers.map(({ is }) => is)).toEqual([false, false]);
  expect(budget.report().heldBytes).toBe(16 * MB);
});

test("whoever drips is cut when others wait, and only then", async () => {
  const budget = budgetOf();
  const [slow, fast, done] = [budget.share("a"), budget.share("b"), budget.share("c")];
  const cut: string[] = [];
  slow.onCut(() => {
    cut.push("slow");
    slow.release();
  });
  fast.onCut(() => cut.push("fast"));
  done.onCut(() => cut.push("done"));
  await slow.growTo(5 * MB);
  await fast.growTo(5 * MB);
  await done.growTo(5 * MB);
  done.progress(5 * MB);
  done.arrived();
  await vi.advanceTimersByTimeAsync(60_000);
  slow.progress(1000);
  fast.progress(3 * MB);
  expect(cut).toEqual([]);
  const next = asked(budget.share("d"), 5 * MB);
  await settled();
  expect([cut, next.is, slow.isRefused()]).toEqual([["slow"], true, true]);
});

test("the first seconds are nobody's fault", async () => {
  const budget = budgetOf();
  const share = budget.share("a");
  await share.growTo(16 * MB);
  await vi.advanceTimersByTimeAsync(5000);
  const next = asked(budget.share("b"), MB);
  await settled();
  expect([share.isRefused(), next.is]).toEqual([false, null]);
});

test("where memory is short one comes after the other, and none while it is critical", async () => {
  let rss = 0.8 * LIMIT;
  const budget = budgetOf(() => rss);
  const [one, two] = [budget.share("a"), budget.share("b")];
  expect(await one.growTo(5 * MB)).toBe(true);
  const second = asked(two, 5 * MB);
  await settled();
  expect(second.is).toBe(null);
  rss = 0.9 * LIMIT;
  one.release();
  await vi.advanceTimersByTimeAsync(1000);
  expect(second.is).toBe(null);
  rss = 0.8 * LIMIT;
  await vi.advanceTimersByTimeAsync(250);
  expect(second.is).toBe(true);
});
