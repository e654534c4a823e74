import { expect, test } from "vitest";
import { compare, divide, type Exact, exact } from "../exact/exact.ts";
import { decimalToExact } from "../units/decimal.ts";
import { isCurve, type RateCurve } from "./book/numbers.ts";
import { defaultCircumstances, defaultSurfaces } from "./default-surfaces.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { parsePriceBook } from "./parse-price-book.ts";
import { price } from "./price.ts";
import { buildArea, buildEstimate } from "./testing/build-estimate.ts";

const { addOns, hints, options, scopes, substrates } = examplePriceBook;
const keys = (list: readonly { readonly key: string }[]) => new Set(list.map(({ key }) => key));

const bornArea = (id: string, kind: "room" | "side") =>
  buildArea(id, defaultSurfaces(examplePriceBook, kind), {
    kind,
    ...defaultCircumstances(examplePriceBook),
  });

/** Every object of the book with its path, the book itself first. */
function* objectsIn(
  value: unknown,
  path = "",
): Generator<{ readonly path: string; readonly value: Readonly<Record<string, unknown>> }> {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) yield* objectsIn(inner, `${path}.${index}`);
  } else if (typeof value === "object" && value !== null) {
    const record: Readonly<Record<string, unknown>> = { ...value };
    yield { path, value: record };
    for (const [name, inner] of Object.entries(record)) yield* objectsIn(inner, `${path}.${name}`);
  }
}
const objects = [...objectsIn(examplePriceBook)];

test("it is a price book", () => {
  expect(parsePriceBook(JSON.stringify(examplePriceBook))).toEqual({
    ok: true,
    value: examplePriceBook,
  });
});

test("it is small enough for every tablet", () => {
  expect(new TextEncoder().encode(JSON.stringify(examplePriceBook)).length).toBeLessThan(200_000);
});

test("every number says where it comes from, and every source is used", () => {
  const numbers = objects.filter(({ value }) => "value" in value || "cents" in value);
  expect(numbers.length).toBeGreaterThan(500);
  const used = new Set(objects.flatMap(({ value }) => value["source"] ?? []));
  expect(numbers.filter(({ value }) => typeof value["source"] !== "string")).toEqual([]);
  expect(used).toEqual(new Set(Object.keys(examplePriceBook.sources)));
});

test("a book of starting values would be no example: most rates are published", () => {
  const published = substrates.filter(({ labour }) =>
    labour.byCoats.some((rate) => !["starting", "two-thirds", "carried-on"].includes(rate.source)),
  );
  expect(published.length / substrates.length).toBeGreaterThan(0.75);
});

const localised = objects.flatMap(({ path, value: { en, es } }) =>
  typeof en === "string" && typeof es === "string" ? [{ path, en, es }] : [],
);

test("labels stand in both languages", () => {
  expect(localised.filter(({ en, es }) => en.trim() === "" || es.trim() === "")).toEqual([]);
  // A word that both languages share.
  const same = localised.filter(({ en, es }) => en === es).map(({ en }) => en);
  expect(same).toEqual(["Fascia"]);
});

test.each(substrates)(
  "$key says what its rate includes, in English and in Spanish",
  (substrate) => {
    const { en, es } = substrate.includes;
    expect(en).toMatch(/^.{20,}\.$/);
    expect(es).toMatch(/^.{20,}\.$/);
    expect(es).not.toBe(en);
  },
);

test("no two labels of a list are the same", () => {
  for (const kind of ["room", "side"] as const) {
    const here = substrates.filter(({ appliesTo }) => appliesTo.includes(kind));
    expect(new Set(here.map(({ label }) => label.en)).size).toBe(here.length);
    expect(new Set(here.map(({ label }) => label.es)).size).toBe(here.length);
  }
  const sold = addOns.map(({ label }) => label.en);
  expect(new Set(sold).size).toBe(sold.length);
});

test.each(substrates)("more coats of $key never take fewer hours", ({ labour }) => {
  const hours = labour.byCoats.map((rate: RateCurve): Exact => {
    if (isCurve(rate)) throw new Error("the example has no curves of rates");
    const value = decimalToExact(rate.value);
    return labour.kind === "units-per-hour" ? divide(exact(1), value) : value;
  });
  expect(labour.kind).not.toBe("piece");
  expect(hours).toHaveLength(4);
  for (const [index, one] of hours.entries()) {
    const before = hours[index - 1];
    if (before !== undefined) expect(compare(one, before)).toBe(1);
  }
});

test("every option chooses for every scope, and every scope has something to paint", () => {
  const all = keys(scopes);
  for (const option of options) {
    expect(new Set(option.scopes.map(({ scope }) => scope))).toEqual(all);
  }
  expect(new Set(substrates.map(({ scope }) => scope))).toEqual(all);
});

test("hints speak of what the book has", () => {
  const known = keys(substrates);
  const changes = keys(examplePriceBook.colourChanges);
  for (const hint of hints) {
    if (hint.kind === "undecided") expect(known).toContain(hint.substrate);
    if (hint.kind === "companion") {
      for (const key of [hint.substrate, ...hint.companions]) expect(known).toContain(key);
    }
    if (hint.kind === "primer") expect(changes).toContain(hint.colourChange);
  }
});

test("a discount without an end, and one that ends far off", () => {
  expect(examplePriceBook.discounts.map(({ until }) => until)).toEqual([null, "2027-12-31"]);
});

test("old estimates find what they were made with", () => {
  const born = (kind: "room" | "side") =>
    defaultSurfaces(examplePriceBook, kind).map(({ substrate, painted }) => [substrate, painted]);
  expect(born("room")).toEqual([
    ["walls", true],
    ["ceiling", true],
    ["baseboard", true],
    ["crown", false],
    ["doors", true],
    ["windows", false],
    ["closet", false],
  ]);
  expect(born("side")).toEqual([
    ["siding-lap", true],
    ["siding-stucco", false],
    ["soffit", true],
    ["fascia", true],
    ["doors-exterior", true],
    ["windows-exterior", false],
  ]);
  for (const key of ["railing", "siding-shingle", "siding-brick", "gutter", "trim-exterior"]) {
    expect(keys(substrates)).toContain(key);
  }
  for (const key of ["garage-door", "shutters"]) expect(keys(substrates)).toContain(key);
});

test("a new room and a new side are priced without a problem, better dearer than good", () => {
  const estimate = buildEstimate([bornArea("room", "room"), bornArea("side", "side")]);
  const { options: priced, problems } = price(estimate, examplePriceBook);
  expect(problems).toEqual([]);
  const totals = priced.map((option) => option.totalCents);
  expect(totals).toEqual(totals.toSorted((one, other) => one - other));
  expect(new Set(totals).size).toBe(3);
  expect(priced.every((option) => option.acceptable)).toBe(true);
});

test.each(substrates)("$key can be priced in every option", (substrate) => {
  const [kind] = substrate.appliesTo;
  const wish = { substrate: substrate.key, quantity: "10" };
  const estimate = buildEstimate([buildArea("area", [wish], kind ? { kind } : {})]);
  const { options: priced, problems } = price(estimate, examplePriceBook);
  expect(problems.filter(({ blocking }) => blocking)).toEqual([]);
  for (const { totalCents } of priced) expect(totalCents).toBeGreaterThan(0);
});

test.each([
  ["methods", { method: "spray" }],
  ["primers", { primer: "full", colourChange: "dark-to-light" }],
  ["tasks", { prepTasks: "caulk=20 scrape=10" }],
  ["percent levels", { prep: "allowance" }],
  ["textures and conditions", { texture: "heavy", condition: "failing" }],
])("walls can be priced with %s", (_, wish) => {
  const room = buildArea("room", [{ substrate: "walls", ...wish }, { substrate: "ceiling" }]);
  expect(price(buildEstimate([room]), examplePriceBook).problems).toEqual([]);
});
