import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { checkPriceBook } from "./check-price-book.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { faultSentence } from "./fault-sentence.ts";
import { parsePriceBook } from "./parse-price-book.ts";
import { price } from "./price.ts";
import { priceBookSchema } from "./price-book.ts";
import { placeInBook, type PriceBookFaultCode } from "./price-book-fault.ts";
import { priceBookWarnings } from "./price-book-warnings.ts";
import { arbitraryEstimate } from "./testing/arbitrary-estimate.ts";
import { arbitraryPriceBook } from "./testing/arbitrary-price-book.ts";
import { seminarPriceBook } from "./testing/seminar-price-book.ts";

/** Milliseconds: what takes two or three hundred on an idle machine may take that on a busy one. */
const PATIENCE = 3000;

const from = (value: string) => ({ value, source: "seminar" });
const label = { en: "Thing", es: "Cosa" };
const [walls] = seminarPriceBook.substrates;
const [paint] = seminarPriceBook.products;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const withChange = (change: object) => ({ ...seminarPriceBook, ...change });
const withRate = (byCoats: unknown) =>
  withChange({ substrates: [{ ...walls, labour: { kind: "units-per-hour", byCoats } }] });
const nested = (depth: number, open: string, close: string) =>
  `${open.repeat(depth)}${close.repeat(depth)}`;

/** The document, with the text of a member where its `minimumCharge` stands. */
const withText = (text: string) =>
  JSON.stringify({ ...seminarPriceBook, minimumCharge: "@" }).replace('"@"', () => text);

const cyclic: Record<string, unknown> = { ...seminarPriceBook };
cyclic["labour"] = cyclic;

describe("what is refused by name, in bounded time", { timeout: PATIENCE }, () => {
  test.each<[string, unknown, PriceBookFaultCode, string]>([
    [
      "10,000 substrates",
      withChange({ substrates: times(10_000, (index) => ({ ...walls, key: `w-${index}` })) }),
      "too_many",
      "substrates",
    ],
    [
      "10,000 entries that are none",
      withChange({ products: times(10_000, () => 0) }),
      "too_many",
      "products",
    ],
    [
      "10,000 numbers in one rate",
      withRate(times(10_000, () => from("1"))),
      "too_many",
      "substrates/walls/labour.byCoats",
    ],
    [
      "10,000 cans",
      withChange({ products: [{ ...paint, cans: times(10_000, () => paint?.cans[0]) }] }),
      "too_many",
      "products/paint/cans",
    ],
    [
      "1,000 entries with one key",
      withChange({ substrates: times(1000, () => walls) }),
      "duplicate_key",
      "substrates/1/key",
    ],
    [
      "300,000 members nobody knows",
      { ...seminarPriceBook, ...Object.fromEntries(times(300_000, (index) => [`m${index}`, 0])) },
      "unknown_field",
      "",
    ],
    ["a book that is in itself", cyclic, "missing", "labour/wage"],
    [
      "a surface that is its own companion",
      withChange({ hints: [{ kind: "companion", substrate: "walls", companions: ["walls"] }] }),
      "companion_itself",
      "hints/0.companions.0",
    ],
    [
      "a rate of zero",
      withRate([from("0")]),
      "not_positive",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate of 0.000000",
      withRate([from("0.000000")]),
      "not_positive",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate of 0.0000001",
      withRate([from("0.0000001")]),
      "too_precise",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a negative rate",
      withRate([from("-400")]),
      "negative",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate that is NaN",
      withRate([{ value: NaN, source: "seminar" }]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate in words",
      withRate([from("NaN")]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate of 1e300",
      withRate([from("1e300")]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate of 301 digits",
      withRate([from(`1${"0".repeat(300)}`)]),
      "too_high",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate of 100,000 digits",
      withRate([from("9".repeat(100_000))]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "digits of another script",
      withRate([from("٤٠٠")]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a line break after a number",
      withRate([from("400\n")]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "a rate of Infinity",
      withRate([{ value: Infinity, source: "seminar" }]),
      "not_a_number",
      "substrates/walls/labour.byCoats.0.value",
    ],
    [
      "cents of 1e300",
      withChange({ minimumCharge: { cents: 1e300, source: "seminar" } }),
      "too_high",
      "minimumCharge/cents",
    ],
    [
      "negative cents",
      withChange({ minimumCharge: { cents: -1, source: "seminar" } }),
      "negative",
      "minimumCharge/cents",
    ],
    [
      "a unit that no substrate has",
      withChange({ substrates: [{ ...walls, unit: "SQFT" }] }),
      "not_a_choice",
      "substrates/walls/unit",
    ],
    [
      "a key of a prototype",
      withChange({ substrates: [{ ...walls, scope: "constructor" }] }),
      "unknown_key",
      "substrates/walls/scope",
    ],
    [
      "a source of a prototype",
      withChange({ minimumCharge: { cents: 1, source: "constructor" } }),
      "unknown_source",
      "minimumCharge/source",
    ],
    [
      "a rule of a prototype",
      withChange({ substrates: [{ ...walls, quantity: { kind: "toString" } }] }),
      "not_a_choice",
      "substrates/walls/quantity.kind",
    ],
    [
      "a key of 400,000 letters",
      withChange({ substrates: [{ ...walls, key: "w".repeat(400_000) }] }),
      "not_a_key",
      "substrates/0/key",
    ],
    [
      "a name of 400,000 letters",
      withChange({ name: { en: "w".repeat(400_000), es: "" } }),
      "text_too_long",
      "name/en",
    ],
    [
      "cans whose cheapest mix nobody can find",
      withChange({
        products: [
          {
            ...paint,
            cans: [1279, 1280].map((ounces) => ({
              size: `c-${ounces}`,
              label,
              fluidOunces: from(String(ounces)),
              cost: { cents: ounces, source: "seminar" },
            })),
          },
        ],
      }),
      "cans_incommensurable",
      "products/paint/cans",
    ],
    [
      "a product of 10,000 sheens",
      withChange({ products: [{ ...paint, sheens: times(10_000, () => "flat") }] }),
      "too_many",
      "products/paint/sheens",
    ],
  ])("%s", (_, value, code, path) => {
    const [fault] = checkPriceBook(value);
    expect(fault).toMatchObject({ code, path });
    expect(fault?.found.length).toBeLessThan(100);
  });

  test.each<[string, string, PriceBookFaultCode, string]>([
    ["a text of a million and one characters", " ".repeat(1_000_001), "too_large", ""],
    [
      "10,000 colors in a document",
      JSON.stringify(
        withChange({ colours: times(10_000, () => ({ name: "W", code: "", hex: "#ffffff" })) }),
      ),
      "too_many",
      "colours",
    ],
    ["400,000 lists in lists", nested(400_000, "[", "]"), "not_an_object", ""],
    [
      "100,000 objects in objects",
      `${'{"a":'.repeat(100_000)}0${"}".repeat(100_000)}`,
      "format_unknown",
      "format",
    ],
    [
      "400,000 lists in lists in a book",
      withText(nested(400_000, "[", "]")),
      "not_an_object",
      "minimumCharge",
    ],
    [
      "100,000 objects in objects in a book",
      withText(`${'{"a":'.repeat(100_000)}0${"}".repeat(100_000)}`),
      "missing",
      "minimumCharge/cents",
    ],
    ["NaN", withText('{"cents":NaN,"source":"seminar"}'), "not_json", ""],
    ["1e300", withText('{"cents":1e300,"source":"seminar"}'), "too_high", "minimumCharge/cents"],
    [
      "1e400, which is Infinity",
      withText('{"cents":1e400,"source":"seminar"}'),
      "not_cents",
      "minimumCharge/cents",
    ],
    [
      "-0.5 cents",
      withText('{"cents":-0.5,"source":"seminar"}'),
      "not_cents",
      "minimumCharge/cents",
    ],
    [
      "__proto__",
      withText('{"cents":1,"source":"seminar","__proto__":{"cents":2}}'),
      "unknown_field",
      "minimumCharge",
    ],
    ["__proto__ as a book", '{"__proto__":{"format":2}}', "format_unknown", "format"],
    [
      "__proto__ as a source",
      JSON.stringify(seminarPriceBook).replace('"sources":{', '"sources":{"__proto__":"x",'),
      "not_a_key",
      "sources",
    ],
    [
      "a book of format 1 full of nothing",
      JSON.stringify({ format: 1, substrates: times(300_000, () => 0) }),
      "missing",
      "id",
    ],
    [
      "a book of format 1 of 20,000 substrates",
      JSON.stringify({
        ...seminarPriceBook,
        format: 1,
        substrates: times(20_000, (index) => ({ waste: { value: `${index}` } })),
      }),
      "too_many",
      "substrates",
    ],
  ])("%s", (_, document, code, path) => {
    const parsed = parsePriceBook(document);
    expect(parsed).toMatchObject({ ok: false, error: { code, path } });
  });

  test("the later of two members of one name holds, as everywhere in JSON", () => {
    const document = withText('{"cents":-1,"cents":5,"source":"seminar"}');
    expect(parsePriceBook(document)).toMatchObject({
      ok: true,
      value: { minimumCharge: { cents: 5 } },
    });
  });

  test("the largest book there can be is read in time", () => {
    const substrates = times(1000, (index) => ({ ...walls, key: `w-${index}`, includes: label }));
    const book = withChange({
      substrates: [walls, ...substrates.slice(1)],
      colours: times(5000, (index) => ({ name: `Color ${index}`, code: "", hex: "#ffffff" })),
    });
    const document = JSON.stringify(book);
    expect(document.length).toBeGreaterThan(700_000);
    expect(parsePriceBook(document).ok).toBe(true);
  });
});

/** The ways to every leaf of a JSON value. */
function leavesOf(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [way];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...way, name]));
}

function valueAt(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>((inner, name) => Object(inner)[name], value);
}

/** A deep copy with something else at one place; `undefined` takes it out. */
function withLeaf(book: object, way: readonly string[], leaf: unknown): unknown {
  // Not structuredClone: entries of the example share objects, and would all be changed at once.
  const copy: unknown = JSON.parse(JSON.stringify(book));
  const parent: Record<string, unknown> = Object(valueAt(copy, way.slice(0, -1)));
  const name = way.at(-1) ?? "";
  if (leaf === undefined && !Array.isArray(parent)) delete parent[name];
  else parent[name] = leaf;
  return copy;
}

const hostileLeaf = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    "",
    "0",
    "-1",
    "1e300",
    "NaN",
    "0.5",
    "100",
    "1001",
  ),
  fc.constantFrom<unknown>(
    "none",
    "by-option",
    "walls",
    "steps",
    "units-per-hour",
    "sqm",
    "9".repeat(500),
  ),
  fc.constantFrom<unknown>(0, -1, 0.5, 1e300, {}, [], [[]], { kind: "line" }, { value: "1" }),
  fc.double(),
  fc.integer(),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 1, max: 1_000_000_000 }).map(String),
);

const books = [
  examplePriceBook,
  seminarPriceBook,
  ...fc.sample(arbitraryPriceBook, { numRuns: 20, seed: 20_261_126 }),
];
/** One leaf of one of the books, by its place in the list: short enough to be read when it fails. */
const mutation = fc.oneof(
  ...books.map((book, of) =>
    fc.record({
      of: fc.constant(of),
      way: fc.constantFrom(...leavesOf(book)),
      leaf: hostileLeaf,
    }),
  ),
);
const mutated = ({ of, way, leaf }: typeof mutation extends fc.Arbitrary<infer T> ? T : never) =>
  withLeaf(books[of] ?? {}, way, leaf);

const shapeCodes: ReadonlySet<PriceBookFaultCode> = new Set([
  "missing",
  "not_a_choice",
  "not_a_key",
  "not_a_number",
  "number_not_text",
  "negative",
  "not_positive",
  "too_precise",
  "not_below_hundred",
  "not_cents",
  "out_of_range",
  "not_a_day",
  "not_a_state",
  "not_a_colour",
  "not_ounces",
]);

/** A wage of nothing has a shape, and is not positive all the same. */
const ofShapeAlone: ReadonlySet<PriceBookFaultCode> = new Set(
  [...shapeCodes].filter((code) => code !== "not_positive"),
);

/** `substrates.3.unit` as faults say it: the entry by its key, or by its position. */
function spellings(book: unknown, way: readonly string[]): readonly string[] {
  const [setting = "", entry = "", ...inside] = way;
  const key: unknown = valueAt(book, [setting, entry, "key"].slice(0, way.length > 2 ? 3 : 1));
  const plain = [setting, ...(way.length > 1 ? [[entry, ...inside].join(".")] : [])].join("/");
  const byEntry = (name: string) => [setting, name, inside.join(".")].join("/");
  return [plain, byEntry(entry), ...(typeof key === "string" ? [byEntry(key)] : [])];
}

/** Whether a path is about the setting, or the entry of a list, that a way leads into. */
function isOfEntry(path: string, book: unknown, way: readonly string[]): boolean {
  const [name = "", index = ""] = way;
  const { setting, entry } = placeInBook(path);
  if (setting !== name) return false;
  return entry === null || entry === index || entry === valueAt(book, [name, index, "key"]);
}

describe("whatever is done to it", () => {
  test("any JSON value is refused, none throws", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(parsePriceBook(text).ok).toBe(false);
      }),
    );
  });

  test("any JSON value in the place of any part of a book is checked, none throws", () => {
    const names = Object.keys(priceBookSchema.shape);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 5 }), (name, value) => {
        const book = { ...seminarPriceBook, [name]: value };
        const faults = checkPriceBook(book);
        for (const fault of faults) expect(faultSentence(fault)).toMatch(/^\S.*\.$/su);
        if (!z.safeParse(priceBookSchema, book).success) expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("one leaf changed: the book passes, or the fault says where", () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const { of, way, leaf } = change;
        const changed = mutated(change);
        const before = valueAt(books[of], way);
        const faults = checkPriceBook(changed);
        const isShaped = z.safeParse(priceBookSchema, changed).success;
        // The walk knows all that the schema knows, and more.
        if (!isShaped) expect(faults.length).toBeGreaterThan(0);
        else expect(faults.filter(({ code }) => ofShapeAlone.has(code))).toEqual([]);
        if (faults.length === 0) return;
        const places = spellings(changed, way);
        // What a changed key leaves behind is found where it is named, a double where the other one stands.
        const isAboutIt = faults.some(
          ({ path, found }) =>
            isOfEntry(path, changed, way) ||
            (typeof before === "string" && found === before) ||
            (typeof leaf === "string" && found === leaf),
        );
        expect(isAboutIt).toBe(true);
        const [fault] = faults;
        const wasLeaf = way.at(-1) !== "kind" && (typeof leaf !== "object" || leaf === null);
        if (!isShaped && wasLeaf && fault !== undefined && shapeCodes.has(fault.code)) {
          expect(places).toContain(fault.path);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("what passes can be priced with, whatever the estimate holds", () => {
    fc.assert(
      fc.property(mutation, fc.nat(), (change, seed) => {
        const parsed = parsePriceBook(JSON.stringify(mutated(change)));
        if (!parsed.ok) return;
        const book = parsed.value;
        for (const estimate of fc.sample(arbitraryEstimate(book), { numRuns: 2, seed })) {
          expect(price(estimate, book).options).toHaveLength(book.options.length);
        }
        expect(priceBookWarnings(book, "2026-11-26").every(({ path }) => path !== "")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
