import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { Estimate } from "../../estimate/estimate.ts";
import { missingFields } from "../../estimate/later-fields.ts";
import { asRecordOf } from "../../estimate/record.ts";
import { examplePriceBook } from "../example-price-book.ts";
import { price } from "../price.ts";
import { estimateWithBook } from "../testing/arbitrary-estimate.ts";
import { buildArea, buildEstimate, buildItem } from "../testing/build-estimate.ts";
import { estimateFaultSentence } from "./estimate-fault.ts";
import { pricedToJson } from "./priced-to-json.ts";
import { dayOf, readSentEstimate, toEstimate } from "./read-sent-estimate.ts";
import { MAX_SURFACES, sentEstimateSchema } from "./sent-estimate.ts";

const TODAY = "2026-11-26";
const onTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function read(value: unknown, book = examplePriceBook) {
  const sent = readSentEstimate(value);
  if (!sent.ok) throw new Error(sent.error.map((fault) => estimateFaultSentence(fault)).join("\n"));
  return toEstimate(sent.value, book, dayOf(sent.value, TODAY));
}

const faultsOf = (value: unknown): readonly string[] => {
  const sent = readSentEstimate(value);
  return sent.ok ? [] : sent.error.map((fault) => estimateFaultSentence(fault));
};

const least = {
  estimate: { id: "e" },
  areas: [
    {
      area: { id: "a", kind: "room", length: "12", width: "10", height: "8", doors: 1, windows: 1 },
      surfaces: [{ id: "s", substrate: "walls" }],
    },
  ],
  items: [{ id: "i", label: "Lift", quantity: "1", unitCost: 100_00 }],
};

test("what an estimate of the app says is priced as it is there", () => {
  fc.assert(
    fc.property(estimateWithBook, ({ estimate, book }) => {
      const { day } = estimate;
      const result = (it: Estimate) => pricedToJson(price(it, book), { day, trace: false });
      expect(result(read(onTheWire(estimate), book))).toEqual(result(estimate));
    }),
    { numRuns: 60 },
  );
});

test("the least that can be said is enough, and makes records that a tablet could write", () => {
  const estimate = read(least);
  const { id, ...fields } = estimate.estimate;
  expect(asRecordOf("estimate", id, fields)).toEqual(estimate.estimate);
  for (const { area, surfaces } of estimate.areas) {
    const { id: areaId, ...areaFields } = area;
    expect(asRecordOf("area", areaId, areaFields)).toEqual(area);
    for (const { id: surfaceId, ...surface } of surfaces) {
      expect(asRecordOf("surface", surfaceId, surface)).not.toBeNull();
    }
  }
  for (const { id: itemId, ...item } of estimate.items) {
    expect(asRecordOf("item", itemId, item)).not.toBeNull();
  }
  const spelledOut = buildEstimate(
    [buildArea("a", [{ substrate: "walls" }], { name: "", length: "12" })],
    [buildItem("i")],
  );
  const [, better] = price(estimate, examplePriceBook).options;
  const [, same] = price(
    { ...spelledOut, estimate: { ...spelledOut.estimate, state: "", yearBuilt: null } },
    examplePriceBook,
  ).options;
  expect(better?.totalCents).toBe(same?.totalCents);
  expect(better?.totalCents).toBeGreaterThan(0);
});

test("what is left out is what such a record is born with", () => {
  const sent = readSentEstimate(least);
  if (!sent.ok) throw new Error("not read");
  expect(sent.value.estimate).toMatchObject(missingFields("estimate", {}));
  expect(sent.value.areas[0]?.surfaces[0]).toMatchObject(missingFields("surface", {}));
  expect(sent.value.items[0]).toMatchObject(missingFields("item", {}));
});

test("it is priced for the day it says, or that of its acceptance, or today", () => {
  const day = (value: object) => read({ ...least, ...value }).day;
  const accepted = { id: "e", acceptedAt: "2026-05-01T03:00:00Z" };
  expect(day({})).toBe(TODAY);
  expect(day({ estimate: accepted })).toBe("2026-05-01");
  expect(day({ estimate: { ...accepted, acceptedOn: "2026-04-30" } })).toBe("2026-04-30");
  expect(day({ estimate: accepted, day: "2026-02-28" })).toBe("2026-02-28");
});

test("the same estimate is the same text, in whatever order its members were sent", () => {
  const [{ area, surfaces } = { area: {}, surfaces: [] }] = least.areas;
  const turned = {
    items: least.items,
    areas: [{ surfaces, area: Object.fromEntries(Object.entries(area).toReversed()) }],
    estimate: { yearBuilt: null, id: "e" },
  };
  expect(JSON.stringify(readSentEstimate(turned))).toBe(JSON.stringify(readSentEstimate(least)));
});

describe("what is wrong is said with the place and what to do", () => {
  const estimate = (fields: object) => ({ ...least, estimate: { id: "e", ...fields } });
  const area = (fields: object) => ({
    ...least,
    areas: [{ area: { ...least.areas[0]?.area, ...fields }, surfaces: [] }],
  });
  const surface = (fields: object) => ({
    ...least,
    areas: [
      { area: least.areas[0]?.area, surfaces: [{ ...least.areas[0]?.surfaces[0], ...fields }] },
    ],
  });
  const item = (fields: object) => ({ ...least, items: [{ ...least.items[0], ...fields }] });

  test.each<[string, unknown, string]>([
    ["nothing", null, `The estimate is "null", where several named values belong.`],
    ["no estimate", {}, "estimate is missing. Fill it in."],
    ["no id", { estimate: {} }, "estimate.id is missing. Fill it in."],
    ["a bad id", estimate({ id: "../x" }), `estimate.id is "../x", which is no id. Use up to 64`],
    [
      "an unknown field",
      estimate({ colour: "red" }),
      `estimate has "colour", which does not belong`,
    ],
    [
      "a year in quotes",
      estimate({ yearBuilt: "1950" }),
      `estimate.yearBuilt is "1950". Write a whole`,
    ],
    [
      "a year long ago",
      estimate({ yearBuilt: 12 }),
      `estimate.yearBuilt is "12". Write 1600 at the`,
    ],
    ["a maybe", estimate({ leadSafe: "no" }), `estimate.leadSafe is "no". Write true or false.`],
    [
      "discounts",
      estimate({ discounts: "A B" }),
      `estimate.discounts is "A B". Write it as neighb`,
    ],
    [
      "a 30th of February",
      { ...least, day: "2026-02-30" },
      `day is "2026-02-30", which is no day.`,
    ],
    [
      "a moment",
      estimate({ createdAt: "now" }),
      `estimate.createdAt is "now", which is no moment.`,
    ],
    [
      "an attic",
      area({ kind: "attic" }),
      `areas.0.area.kind is "attic". Choose one of: room, side.`,
    ],
    ["too many doors", area({ doors: 100 }), `areas.0.area.doors is "100". Write 99 at the most.`],
    ["fewer doors", area({ doors: -1 }), `areas.0.area.doors is "-1". Write 0 at the least.`],
    ["no doors", area({ doors: undefined }), "areas.0.area.doors is missing. Fill it in."],
    ["long words", area({ name: "x".repeat(121) }), `areas.0.area.name begins "xxxx`],
    ["a number", surface({ quantity: 324 }), `areas.0.surfaces.0.quantity is "324", where a text`],
    [
      "a key",
      surface({ substrate: "Walls" }),
      `areas.0.surfaces.0.substrate is "Walls", which is no k`,
    ],
    [
      "tasks",
      surface({ prepTasks: "caulk" }),
      `areas.0.surfaces.0.prepTasks is "caulk". Write it as`,
    ],
    ["half a cent", item({ unitCost: 0.5 }), `items.0.unitCost is "0.5". Write a whole number`],
    ["no list", { ...least, items: {} }, `items is "{…}", where a list belongs.`],
    [
      "elsewhere",
      surface({ areaId: "b" }),
      `areas.0.surfaces.0.areaId is "b", and it stands in "a".`,
    ],
    [
      "another job",
      area({ estimateId: "f" }),
      `areas.0.area.estimateId is "f", and it stands in "e".`,
    ],
    [
      "an area",
      item({ areaId: "z" }),
      `items.0.areaId is "z", and no area of the estimate has that id`,
    ],
    ["an id twice", item({ id: "s" }), `items.0.id is "s", which stands before already.`],
    [
      "an area twice",
      { ...least, areas: [...least.areas, { area: least.areas[0]?.area }] },
      "areas.1.area.id is",
    ],
  ])("%s", (_, value, sentence) => {
    const [first, ...more] = faultsOf(value);
    expect(first).toContain(sentence);
    expect(more).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    [
      "areas",
      { ...least, areas: Array(501).fill(0) },
      "areas has 501 entries, and 500 are the most.",
    ],
    ["items", { ...least, items: Array(1001).fill(0) }, "items has 1001 entries, and 1000 are the"],
    [
      "surfaces of all areas together",
      { ...least, areas: [1, 2].map(() => ({ surfaces: Array(MAX_SURFACES / 2 + 1).fill(0) })) },
      "areas.*.surfaces has 5002 entries, and 5000 are the most.",
    ],
  ])("too many %s", (_, value, sentence) => {
    expect(faultsOf(value)).toEqual([expect.stringContaining(sentence)]);
  });

  test("no more faults than anybody reads", () => {
    expect(faultsOf({ ...least, items: Array.from({ length: 1000 }, () => ({})) })).toHaveLength(
      50,
    );
  });
});

test("anything at all is read or refused, by the compiled schema as by the schema", () => {
  const broken = fc.tuple(
    fc.constantFrom<readonly (string | number)[]>(
      [],
      ["estimate"],
      ["estimate", "yearBuilt"],
      ["areas"],
      ["areas", 0],
      ["areas", 0, "area"],
      ["areas", 0, "area", "doors"],
      ["areas", 0, "surfaces"],
      ["areas", 0, "surfaces", 0],
      ["areas", 0, "surfaces", 0, "coats"],
      ["items", 0, "margin"],
      ["day"],
    ),
    fc.jsonValue(),
  );
  const withChange = (path: readonly (string | number)[], change: unknown): unknown => {
    const document: Record<string | number, unknown> = { whole: structuredClone(least) };
    let here = document;
    let last: string | number = "whole";
    for (const step of path) {
      const inner = here[last];
      if (typeof inner !== "object" || inner === null) return document["whole"];
      here = Object.assign(inner);
      last = step;
    }
    here[last] = change;
    return document["whole"];
  };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        broken.map(([path, it]) => withChange(path, it)),
      ),
      (value) => {
        const sent = readSentEstimate(value);
        const plain = z.safeParse(sentEstimateSchema, value);
        if (sent.ok) expect(sent.value).toEqual(plain.data);
        else
          for (const fault of sent.error) expect(estimateFaultSentence(fault)).toMatch(/^\S.*\.$/s);
        expect(plain.success || !sent.ok).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
