import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { parsePriceBook } from "./parse-price-book.ts";
import { price } from "./price.ts";
import { PRICE_BOOK_FORMAT, type PriceBook } from "./price-book.ts";
import { buildArea, buildEstimate, buildItem } from "./testing/build-estimate.ts";
import { upgradePriceBook } from "./upgrade-price-book.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`testing/${name}.json`, import.meta.url), "utf8"));

const members = z.record(z.string(), z.unknown());
/** The example price book as it shipped in format 1. */
const example = members.parse(read("format-1-example"));

const dollars = z.array(z.int());
/**
 * What the engine of format 1 (commit e5e3888) made of forty estimates: totals in cents of good, better and best,
 * with the example book and with the same book changed in what the example does not use.
 */
const pinned = z
  .object({
    changes: z.array(z.tuple([z.string(), z.unknown()])),
    cases: z.array(
      z.object({
        areas: z.array(
          z.object({
            fields: z.object({
              kind: z.enum(["room", "side"]),
              length: z.string(),
              width: z.string(),
              height: z.string(),
              doors: z.int(),
              windows: z.int(),
              access: z.string(),
              occupancy: z.string(),
            }),
            surfaces: z.array(
              z.object({
                substrate: z.string(),
                coats: z.exactOptional(z.int()),
                quantity: z.exactOptional(z.string()),
                prep: z.exactOptional(z.string()),
                colour: z.exactOptional(z.string()),
              }),
            ),
          }),
        ),
        items: z.array(z.object({ quantity: z.string(), unitCost: z.int() })),
        example: dollars,
        varied: dollars,
      }),
    ),
  })
  .parse(read("format-1-totals"));

/** A value with another one at a place inside it: `substrates.0.labour`. */
function withAt(value: unknown, names: readonly string[], inner: unknown): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return inner;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return [
      ...list.slice(0, Number(name)),
      withAt(list[Number(name)], rest, inner),
      ...list.slice(Number(name) + 1),
    ];
  }
  const object = members.parse(value);
  return { ...object, [name]: withAt(object[name], rest, inner) };
}

const varied = pinned.changes.reduce<unknown>(
  (document, [path, value]) => withAt(document, path.split("."), value),
  example,
);

function bookOf(document: unknown): PriceBook {
  const parsed = parsePriceBook(JSON.stringify(document));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

test.each([
  ["the example", example, "example"],
  ["piece rates, whole hours, own profits, sundries on paint", varied, "varied"],
] as const)("a book of format 1 prices to the same cent: %s", (_, document, name) => {
  const book = bookOf(document);
  for (const { areas, items, ...totals } of pinned.cases) {
    const estimate = buildEstimate(
      areas.map(({ fields, surfaces }, index) => buildArea(`area-${index}`, surfaces, fields)),
      items.map((fields, index) => buildItem(`item-${index}`, fields)),
    );
    const { options } = price(estimate, book);
    expect(options.map(({ totalCents }) => totalCents)).toEqual(totals[name]);
    expect(options.every(({ acceptable }) => acceptable)).toBe(true);
  }
});

test("an upgraded book is one of this format and keeps all that it had", () => {
  const book = bookOf(example);
  expect(book.format).toBe(PRICE_BOOK_FORMAT);
  expect(book.sources).toMatchObject(example["sources"] ?? {});
  expect(book.methods.map(({ key, waste }) => [key, waste])).toEqual([
    ["waste-10", { value: "10", source: "tommymac" }],
    ["waste-20", { value: "20", source: "tommymac" }],
  ]);
  expect(book.prepLevels.map(({ how }) => how.kind)).toEqual([
    "none",
    "rate",
    "rate",
    "rate",
    "rate",
  ]);
  expect(book.options.map(({ warrantyYears }) => warrantyYears)).not.toContain(null);
});

test("piece rates in cents become dollars", () => {
  const rates = (cents: readonly number[]) =>
    bookOf(
      withAt(example, ["substrates", "0", "labour"], {
        kind: "piece",
        byCoats: cents.map((each) => ({ cents: each, source: "starting" })),
      }),
    ).substrates[0]?.labour.byCoats;
  expect(rates([1, 50, 100, 12_345])).toMatchObject([
    { value: "0.01" },
    { value: "0.50" },
    { value: "1" },
    { value: "123.45" },
  ]);
});

test.each([
  [
    "a rate of zero",
    ["substrates", "0", "labour", "byCoats", "0"],
    { value: "0", source: "starting" },
    "substrates/walls/labour.byCoats.0.value",
  ],
  ["waste that is no number", ["substrates", "0", "waste"], 7, "substrates/walls/method"],
  ["no prep", ["prepLevels"], null, "prepLevels"],
  [
    "a source that is not there",
    ["products", "0", "coverage"],
    { value: "1", source: "gossip" },
    "products/interior-standard/coverage.source",
  ],
])("what is wrong with a book of format 1 is found in it: %s", (_, names, value, path) => {
  const parsed = parsePriceBook(JSON.stringify(withAt(example, names, value)));
  expect(parsed).toMatchObject({ ok: false, error: { path } });
});

test.each([
  [{}],
  [{ substrates: 3, products: [null, 3, {}], options: [{ scopes: {} }] }],
  [{ labour: [], sources: null }],
])("whatever a document holds, upgrading does not stumble: %o", (document) => {
  expect(upgradePriceBook({ format: 1, ...document })).toMatchObject({ format: 2 });
});
