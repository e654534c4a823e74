import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { dayText } from "../../shared/pricing/book/numbers.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { isMembers, type Members } from "../../shared/pricing/known-keys.ts";
import { price } from "../../shared/pricing/price.ts";
import { priceBookSchema } from "../../shared/pricing/price-book.ts";
import { estimateWithBook } from "../../shared/pricing/testing/arbitrary-estimate.ts";
import { arbitraryPriceBook } from "../../shared/pricing/testing/arbitrary-price-book.ts";
import {
  buildArea,
  buildEstimate,
  buildItem,
} from "../../shared/pricing/testing/build-estimate.ts";
import { costPlusPriceBook } from "../../shared/pricing/testing/cost-plus-price-book.ts";
import { seminarPriceBook } from "../../shared/pricing/testing/seminar-price-book.ts";
import { calculationSchema } from "../../shared/pricing/wire/calculation.ts";
import { pricedToJson } from "../../shared/pricing/wire/priced-to-json.ts";
import { sentEstimateSchema } from "../../shared/pricing/wire/sent-estimate.ts";
import { schemaDocument, schemaNames } from "./documents.ts";

const BASE = "https://paintbox.example/api/v1/schemas/";
const documents = new Map(schemaNames.map((name) => [name, schemaDocument(name, BASE)]));

/** As strict as it can be: a word that it does not know is a mistake of ours. */
const ajv = new Ajv2020({ strict: true, strictTypes: false, schemas: [...documents.values()] });
const isValid = (name: (typeof schemaNames)[number], value: unknown): boolean => {
  const validate = ajv.getSchema(`${BASE}${name}`);
  if (validate === undefined) throw new Error(`no ${name}`);
  return validate(value) === true;
};
const onTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(schemaNames)("%s is a JSON Schema of 2020-12 that says what it is", (name) => {
  const document = documents.get(name) ?? {};
  expect(ajv.validateSchema(document)).toBe(true);
  expect(document).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${BASE}${name}`,
    title: expect.any(String),
    description: expect.any(String),
  });
});

/** The ways to members that nobody has described. */
function undescribed(document: Members): readonly string[] {
  const found: string[] = [];
  const parts = document["$defs"];
  const isDescribed = (node: Members): boolean => {
    if ("description" in node || "const" in node) return true;
    const part = String(node["$ref"]).split("/").at(-1) ?? "";
    const target = isMembers(parts) ? parts[part] : undefined;
    return isMembers(target) && "description" in target;
  };
  const walk = (node: unknown, way: string): void => {
    if (Array.isArray(node)) for (const inner of node) walk(inner, way);
    if (!isMembers(node)) return;
    const { properties } = node;
    for (const [name, property] of isMembers(properties) ? Object.entries(properties) : []) {
      if (isMembers(property) && !isDescribed(property)) found.push(`${way}.${name}`);
    }
    for (const [name, inner] of Object.entries(node)) walk(inner, `${way}/${name}`);
  };
  walk(document, "");
  return found;
}

test.each(schemaNames)("every member of %s is described", (name) => {
  expect(undescribed(documents.get(name) ?? {})).toEqual([]);
});

describe("price books", () => {
  const agrees = (value: unknown): void => {
    expect(isValid("price-book.json", value)).toBe(z.safeParse(priceBookSchema, value).success);
  };

  test.each([
    ["example", examplePriceBook],
    ["cost-plus", costPlusPriceBook],
    ["seminar", seminarPriceBook],
  ])("the %s book is valid", (_, book) => {
    expect(isValid("price-book.json", book)).toBe(true);
  });

  test("so is any that a contractor could publish", () => {
    fc.assert(
      fc.property(arbitraryPriceBook, (book) => isValid("price-book.json", onTheWire(book))),
      { numRuns: 60 },
    );
  });

  test("of a book with anything else in any place, it says what the source says", () => {
    /** What stands in a place, or one of the things that hostile books have there. */
    const strange = fc.oneof(
      fc.constantFrom<unknown>(
        "",
        "0",
        "-1",
        "1e300",
        "NaN",
        "0.0000001",
        "1,5",
        "999999999",
        "100",
      ),
      fc.constantFrom<unknown>(0, -1, 1.5, 1e300, null, true, [], {}, "walls", "a".repeat(41)),
      fc.constantFrom<unknown>("2026-02-29", "2024-02-29", "OR", "or", "#FFFFFF", {
        kind: "steps",
      }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const change = fc.tuple(
      fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      strange,
      fc.boolean(),
    );
    const withChange = ([way, value, isAdded]: readonly [readonly number[], unknown, boolean]) => {
      const book = structuredClone(costPlusPriceBook);
      let here: unknown = book;
      for (const [index, step] of way.entries()) {
        if (typeof here !== "object" || here === null) break;
        const names = Object.keys(here);
        const name = names[step % Math.max(1, names.length)];
        const inner: unknown = name === undefined ? undefined : Reflect.get(here, name);
        const isLast = index === way.length - 1 || typeof inner !== "object" || inner === null;
        if (isLast) Reflect.set(here, isAdded ? "more" : (name ?? "more"), value);
        if (isLast) break;
        here = inner;
      }
      return onTheWire(book);
    };
    fc.assert(fc.property(change.map(withChange), agrees), { numRuns: 1500 });
  });

  test.each<[string, unknown]>([
    ["10,000 colors", { ...seminarPriceBook, colours: Array(10_000).fill(null) }],
    ["a member of no name", { ...seminarPriceBook, "": 1 }],
    ["a prototype", JSON.parse(`{"__proto__":1,${JSON.stringify(seminarPriceBook).slice(1)}`)],
    ["a source of no key", { ...seminarPriceBook, sources: { "No Key": "" } }],
    ["format 1", { ...seminarPriceBook, format: 1 }],
    ["no book", null],
  ])("%s is refused by both", (_, value) => {
    expect(isValid("price-book.json", value)).toBe(false);
    agrees(value);
  });
});

test("days are those of the calendar", () => {
  const year = fc.oneof(fc.constantFrom(0, 1900, 2000, 2024, 2100, 2400), fc.nat({ max: 9999 }));
  const two = (most: number) => fc.nat({ max: most }).map((it) => String(it).padStart(2, "0"));
  const day = fc
    .tuple(year, fc.oneof(two(15), fc.constant("02")), fc.oneof(two(40), fc.constant("29")))
    .map(([yyyy, mm, dd]) => `${String(yyyy).padStart(4, "0")}-${mm}-${dd}`);
  const { $defs } = documents.get("estimate.json") ?? {};
  const pattern =
    isMembers($defs) && isMembers($defs["day"]) ? String($defs["day"]["pattern"]) : "";
  const isDay = new RegExp(pattern, "u");
  fc.assert(
    fc.property(day, (text) => isDay.test(text) === z.safeParse(dayText, text).success),
    { numRuns: 5000 },
  );
});

describe("estimates", () => {
  const room = buildArea("den", [{ substrate: "walls" }, { substrate: "ceiling", coats: 2 }]);
  const estimate = onTheWire(buildEstimate([room], [buildItem("lift", { areaId: "den" })]));

  test("the example and the least that can be said are valid", () => {
    expect(isValid("estimate.json", estimate)).toBe(true);
    expect(isValid("estimate.json", { estimate: { id: "e" } })).toBe(true);
    expect(isValid("calculation.json", { estimate, priceBook: examplePriceBook })).toBe(true);
    expect(
      isValid("calculation.json", { estimate: { id: "e1" }, priceBook: "b", trace: true }),
    ).toBe(true);
  });

  test("of anything in any place, it says what the source says", () => {
    const strange = fc.oneof(
      fc.constantFrom<unknown>(
        "",
        "a b",
        "2026-02-30",
        "2026-02-28T24:00:00Z",
        "2026-02-28T23:59:59Z",
      ),
      fc.constantFrom<unknown>(
        0,
        -1,
        1.5,
        100,
        null,
        true,
        [],
        {},
        "x".repeat(121),
        "caulk=100 scrape=20",
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const fields = ["id", "createdAt", "acceptedOn", "discounts", "yearBuilt", "more", "state"];
    const change = fc.tuple(
      fc.constantFrom("estimate", "area", "surface", "item", "whole"),
      fc.constantFrom(
        ...fields,
        "doors",
        "prepTasks",
        "coats",
        "quantity",
        "unitCost",
        "areas",
        "day",
      ),
      strange,
    );
    const withChange = ([where, field, value]: readonly [string, string, unknown]): unknown => {
      const at = (name: string, it: object) => (name === where ? { ...it, [field]: value } : it);
      return at("whole", {
        estimate: at("estimate", { id: "e" }),
        areas: [
          {
            area: at("area", { id: "a", kind: "room", doors: 1, windows: 0 }),
            surfaces: [at("surface", { id: "s", substrate: "walls" })],
          },
        ],
        items: [at("item", { id: "i", label: "Lift", quantity: "1", unitCost: 1 })],
      });
    };
    fc.assert(
      fc.property(fc.oneof(change.map(withChange), fc.jsonValue()), (value) => {
        const sent = onTheWire(value);
        const said = z.safeParse(sentEstimateSchema, sent).success;
        expect(isValid("estimate.json", sent)).toBe(said);
        const calculation = { estimate: sent };
        const isAsked = z.safeParse(calculationSchema, calculation).success;
        expect(isValid("calculation.json", calculation)).toBe(isAsked);
      }),
      { numRuns: 2000 },
    );
  });
});

test("every result is valid, with traces and without", () => {
  fc.assert(
    fc.property(estimateWithBook, fc.boolean(), ({ estimate, book }, trace) => {
      const json = pricedToJson(price(estimate, book), { day: estimate.day, trace });
      expect(isValid("priced-estimate.json", onTheWire(json))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
