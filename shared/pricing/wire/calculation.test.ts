import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { seminarPriceBook } from "../testing/seminar-price-book.ts";
import { calculationSchema, readCalculation } from "./calculation.ts";
import { estimateFaultSentence } from "./estimate-fault.ts";

const estimate = { estimate: { id: "e" } };

test("estimate and price book come by value or by id", () => {
  expect(readCalculation({ estimate: "e1", priceBook: "b1" })).toEqual({
    ok: true,
    value: {
      estimate: { kind: "id", id: "e1", day: null },
      priceBook: { kind: "id", id: "b1" },
      trace: false,
    },
  });
  expect(readCalculation({ estimate: { id: "e1", day: "2026-11-26" }, trace: true })).toEqual({
    ok: true,
    value: { estimate: { kind: "id", id: "e1", day: "2026-11-26" }, priceBook: null, trace: true },
  });
  expect(readCalculation({ estimate, priceBook: seminarPriceBook })).toMatchObject({
    ok: true,
    value: {
      estimate: { kind: "value" },
      priceBook: { kind: "value", document: seminarPriceBook },
    },
  });
});

test.each<[string, unknown, string, string]>([
  ["no object", [], "request", `The request is "[…]", where several named values belong.`],
  ["no estimate", {}, "request", "estimate is missing. Fill it in."],
  ["another member", { estimate: "e1", book: "b" }, "request", `The request has book, which does`],
  ["a trace of its own", { estimate: "e1", trace: 1 }, "request", `trace is "1". Write true or`],
  ["an id that is none", { estimate: "a b" }, "request", `estimate.id is "a b", which is no id.`],
  [
    "a day",
    { estimate: { id: "e", day: "now" } },
    "request",
    `estimate.day is "now", which is no day`,
  ],
  ["a book's id", { estimate, priceBook: "" }, "request", "priceBook.id is empty, which is no id."],
  [
    "an estimate",
    { estimate: { estimate: {} } },
    "estimate",
    "estimate.id is missing. Fill it in.",
  ],
  ["a number", { estimate: 7 }, "estimate", `The estimate is "7", where several named values`],
])("%s is refused", (_, body, where, sentence) => {
  const read = readCalculation(body);
  if (read.ok) throw new Error("was read");
  const whole = where === "request" ? "The request" : "The estimate";
  expect(read.error.in).toBe(where);
  expect(read.error.faults.map((fault) => estimateFaultSentence(fault, whole))).toEqual([
    expect.stringContaining(sentence),
  ]);
});

test("whatever the schema lets through is read, but for ids that are not distinct", () => {
  const part = fc.oneof(
    fc.constantFrom<unknown>(
      "e1",
      { id: "e1" },
      { id: "e1", day: "2026-01-01" },
      estimate,
      undefined,
    ),
    fc.constantFrom<unknown>({ id: "e1", day: 1 }, { id: "" }, {}, { id: "e1", areas: [] }, ""),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const body = fc.record(
    { estimate: part, priceBook: part, trace: fc.oneof(fc.boolean(), fc.jsonValue()) },
    { requiredKeys: ["estimate"] },
  );
  fc.assert(
    fc.property(body, (value) => {
      const read = readCalculation(value);
      const isBookByValue = read.ok && read.value.priceBook?.kind === "value";
      if (!isBookByValue) expect(z.safeParse(calculationSchema, value).success).toBe(read.ok);
    }),
    { numRuns: 2000 },
  );
});
