import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import { costPlusPriceBook } from "../../shared/pricing/testing/cost-plus-price-book.ts";
import { buildArea, buildEstimate } from "../../shared/pricing/testing/build-estimate.ts";
import { seminarPriceBook } from "../../shared/pricing/testing/seminar-price-book.ts";
import {
  pricedEstimateSchema,
  type PricedEstimateJson,
} from "../../shared/pricing/wire/priced-estimate-schema.ts";
import { MAX_CALCULATION_BYTES } from "../calculations/limits.ts";
import { type Log, silentLog } from "../observe/log.ts";
import { ensureCompany } from "../store/companies.ts";
import { nextRevision, putRecords } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  areaFields,
  bookFields,
  colleague,
  estimateFields,
  maria,
  NOW,
  seed,
  stranger,
  surfaceFields,
} from "../sync/testing/estimate-fixtures.ts";
import { unlimited } from "../limits/limits.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

const ADDRESS = "/api/v1/calculations";

let store: Store;
let server: TestApp;
const problems: unknown[] = [];
beforeAll(async () => {
  store = await openStore({ directory: ":memory:" });
  const { companyId, companyName } = maria;
  await store.write((tx) => ensureCompany(tx, { id: companyId, name: companyName, now: NOW }));
  await seed(store, companyId, "priceBook", "broken", { ...bookFields, version: 0, document: "{" });
  await seed(store, companyId, "priceBook", "old", {
    ...bookFields,
    version: 0,
    document: JSON.stringify(seminarPriceBook),
  });
  await store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
    const fields = { ...estimateFields, priceBookId: examplePriceBook.id };
    const records = [
      { entity: "estimate", id: "e1", fields, deleted: false },
      { entity: "estimate", id: "gone", fields, deleted: true },
      { entity: "estimate", id: "strange", fields: { ...fields, yearBuilt: "?" }, deleted: false },
      { entity: "area", id: "a1", fields: areaFields, deleted: false },
      { entity: "area", id: "a2", fields: areaFields, deleted: true },
      { entity: "surface", id: "s1", fields: surfaceFields, deleted: false },
    ] as const;
    await putRecords(tx, companyId, records, stamp);
  });
  const log: Log = { ...silentLog, error: (...line) => problems.push(line) };
  // Thousands of requests in what is one minute to the tests' clock.
  server = createTestApp(store, { log, limits: unlimited });
});
afterAll(() => store.close());

const room = buildArea("den", [{ substrate: "walls" }, { substrate: "ceiling" }]);
/** An estimate that was not asked for before. */
let asked = 0;
function fresh(fields: Partial<Estimate["estimate"]> = {}): object {
  asked += 1;
  const { estimate, ...rest } = buildEstimate([room], [], fields);
  const { priceBookId: _, ...left } = estimate;
  return { estimate: { ...left, ...fields, title: `Job ${asked}` }, ...rest };
}

async function priced(response: Response): Promise<PricedEstimateJson> {
  expect(response.status).toBe(200);
  return z.parse(pricedEstimateSchema, await response.json());
}
const totals = ({ options }: { options: readonly { totalCents: number }[] }) =>
  options.map(({ totalCents }) => totalCents);

interface RefusalBody {
  readonly error: { readonly code: string; readonly message: string };
  readonly faults?: readonly { readonly path: string; readonly sentence: string }[];
}
async function refusal(response: Response): Promise<RefusalBody & { readonly status: number }> {
  const body: RefusalBody = await response.json();
  expect(body.error.message).toMatch(/^[A-Z].{15,}\.$/s);
  for (const { sentence } of body.faults ?? []) expect(sentence).toMatch(/^\S.*[.]$/s);
  return { status: response.status, ...body };
}
async function refused(body: unknown): Promise<readonly [number, string]> {
  const { status, error } = await refusal(await server.post(ADDRESS, body));
  return [status, error.code];
}

describe("prices", () => {
  test("both by value, to the cent as on the tablet", async () => {
    const response = await server.post(ADDRESS, {
      estimate: fresh(),
      priceBook: costPlusPriceBook,
    });
    const expected = price(buildEstimate([room]), costPlusPriceBook);
    expect(totals(await priced(response))).toEqual(totals(expected));
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("server-timing")).toMatch(/^price;dur=\d+\.\d\d$/);
  });

  test("by id, as the company's records say, with the estimate's own book", async () => {
    const result = await priced(await server.post(ADDRESS, { estimate: "e1" }));
    expect(result).toMatchObject({ day: "2026-06-01", priceBook: { id: examplePriceBook.id } });
    const [line, ...more] = result.options[0]?.lines ?? [];
    expect(line).toMatchObject({ kind: "surface", id: "s1", areaId: "a1" });
    expect(more.filter(({ kind }) => kind === "surface")).toEqual([]);
    const other = await server.post(ADDRESS, { estimate: { id: "e1" }, priceBook: "old" });
    expect((await priced(other)).priceBook.id).toBe(seminarPriceBook.id);
  });

  test("an estimate of the app for another day", async () => {
    const body = { estimate: { id: "e1", day: "2026-12-24" } };
    expect((await priced(await server.post(ADDRESS, body))).day).toBe("2026-12-24");
  });

  test("without a book with the one that the estimate names, or the company's current one", async () => {
    const named = await server.post(ADDRESS, { estimate: fresh({ priceBookId: "old" }) });
    expect((await priced(named)).priceBook.id).toBe(seminarPriceBook.id);
    const current = await server.post(ADDRESS, { estimate: fresh() });
    expect((await priced(current)).priceBook.id).toBe(examplePriceBook.id);
  });

  test("a newer book is the current one from the moment it is there", async () => {
    const other = createTestApp(store);
    await seed(store, stranger.companyId, "priceBook", "b1", {
      ...bookFields,
      document: JSON.stringify(seminarPriceBook),
    });
    const current = async () =>
      (await priced(await other.post(ADDRESS, { estimate: fresh() }, stranger))).priceBook.id;
    expect(await current()).toBe(seminarPriceBook.id);
    await seed(store, stranger.companyId, "priceBook", "b2", {
      ...bookFields,
      version: 2,
      document: JSON.stringify(costPlusPriceBook),
    });
    expect(await current()).toBe(costPlusPriceBook.id);
  });

  test("a book of format 1 as its upgrade", async () => {
    const { default: document } = await import(
      "../../shared/pricing/testing/format-1-example.json",
      { with: { type: "json" } }
    );
    const result = await priced(
      await server.post(ADDRESS, { estimate: fresh(), priceBook: document }),
    );
    expect(result.priceBook.id).toBe(document.id);
  });

  test("with traces when they are asked for, in the body or in the address", async () => {
    const estimate = fresh();
    const silent = await priced(await server.post(ADDRESS, { estimate, trace: false }));
    expect(silent.trace).toBeUndefined();
    const told = await priced(await server.post(ADDRESS, { estimate, trace: true }));
    expect(told.trace?.nodes[told.options[0]?.trace ?? -1]?.shown).toMatch(/^\d+\.\d\d$/);
    const also = await server.post(`${ADDRESS}?trace=1`, { estimate });
    expect(also.headers.get("x-cache")).toBe("hit");
    expect(await priced(also)).toEqual(told);
  });

  test("the example of docs/calculations.md", async () => {
    const page = readFileSync(new URL("../../docs/calculations.md", import.meta.url), "utf8");
    const [, example = ""] = /```json\n(.+?)```/s.exec(page) ?? [];
    const result = await priced(await server.post(ADDRESS, example));
    expect(result.options.every(({ acceptable }) => acceptable)).toBe(true);
    expect(result.problems.filter(({ blocking }) => blocking)).toEqual([]);
  });

  test("what is not an offer yet, with what is missing", async () => {
    const estimate = { estimate: { id: "e" } };
    const result = await priced(await server.post(ADDRESS, { estimate }));
    expect(result.options.every(({ acceptable }) => !acceptable)).toBe(true);
    expect(result.problems[0]?.sentence).toContain("nothing to price");
  });
});

describe("what was priced before", () => {
  test("is kept by its content, whoever asks and in whatever order it is written", async () => {
    const estimate = fresh();
    const body = { estimate, priceBook: seminarPriceBook };
    const first = await server.post(ADDRESS, body);
    const spaced = JSON.stringify({ priceBook: seminarPriceBook, estimate }, null, 2);
    const again = await server.post(ADDRESS, spaced, stranger);
    expect(first.headers.get("x-cache")).toBe("miss");
    expect(again.headers.get("x-cache")).toBe("hit");
    expect(again.headers.get("server-timing")).toBe("price;dur=0.00");
    expect(await again.text()).toBe(await first.text());
  });

  test("is not taken for what differs in a field, in the book or in the day", async () => {
    const estimate = fresh();
    const cache = async (body: object) => (await server.post(ADDRESS, body)).headers.get("x-cache");
    expect(await cache({ estimate })).toBe("miss");
    expect(await cache({ estimate })).toBe("hit");
    expect(await cache({ estimate: { ...estimate, day: "2026-11-27" } })).toBe("miss");
    expect(await cache({ estimate, priceBook: seminarPriceBook })).toBe("miss");
    expect(await cache({ estimate, trace: true })).toBe("miss");
    expect(await cache({ estimate })).toBe("hit");
  });

  test("is priced again when a record has changed", async () => {
    const cents = async () => totals(await priced(await server.post(ADDRESS, { estimate: "e1" })));
    const before = await cents();
    await store.write(async (tx) => {
      const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
      const fields = { ...areaFields, length: "30" };
      const area = { entity: "area", id: "a1", fields, deleted: false } as const;
      await putRecords(tx, maria.companyId, [area], stamp);
    });
    expect(await cents()).not.toEqual(before);
  });
});

describe("who may ask", () => {
  test("nobody who is signed out", async () => {
    const response = await server.app.request(ADDRESS, { method: "POST", body: "{}" });
    expect((await refusal(response)).status).toBe(401);
  });

  test("no painter: they are not shown prices", async () => {
    const body = { estimate: "e1" };
    const response = await server.post(ADDRESS, body, { ...colleague, role: "painter" });
    const { status, error } = await refusal(response);
    expect([status, error.code]).toEqual([403, "forbidden"]);
  });

  test("no other site with somebody's cookie", async () => {
    const response = await server.app.request(ADDRESS, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-test-user": maria.userId,
        "sec-fetch-site": "cross-site",
      },
      body: JSON.stringify({ estimate: "e1" }),
    });
    expect((await refusal(response)).status).toBe(403);
  });

  test("another company's records are not there, as if they were nowhere", async () => {
    const ask = async (body: object) =>
      (await refusal(await server.post(ADDRESS, body, stranger))).error;
    const theirs = await ask({ estimate: "e1" });
    const nobodys = await ask({ estimate: "e9" });
    expect(theirs).toEqual({ ...nobodys, message: nobodys.message.replace("e9", "e1") });
    expect(theirs.code).toBe("estimate_unknown");
    const book = await ask({ estimate: fresh(), priceBook: "old" });
    expect(book.code).toBe("price_book_unknown");
  });
});

describe("what is refused", () => {
  test.each<[string, unknown, number, string]>([
    ["cut JSON", '{"estimate":', 400, "body_not_json"],
    ["nothing", "", 400, "body_not_json"],
    ["too much", "x".repeat(MAX_CALCULATION_BYTES + 1), 413, "body_too_large"],
    ["a list", [], 422, "request_invalid"],
    ["no estimate", {}, 422, "request_invalid"],
    ["another member", { estimate: "e1", tenant: "x" }, 422, "request_invalid"],
    ["an id with a path in it", { estimate: "../e1" }, 422, "request_invalid"],
    ["an estimate that is none", { estimate: { estimate: {} } }, 422, "estimate_invalid"],
    ["an estimate nobody knows", { estimate: "e2" }, 404, "estimate_unknown"],
    ["an estimate that was taken out", { estimate: "gone" }, 404, "estimate_unknown"],
    ["an area instead of an estimate", { estimate: "a1" }, 404, "estimate_unknown"],
    ["an estimate of another version", { estimate: "strange" }, 422, "estimate_invalid"],
    ["a book nobody knows", { estimate: "e1", priceBook: "b9" }, 404, "price_book_unknown"],
    ["a book that is none", { estimate: "e1", priceBook: {} }, 422, "price_book_invalid"],
    ["a book that is broken", { estimate: "e1", priceBook: "broken" }, 422, "price_book_invalid"],
    ["no book at all", { estimate: "e1", priceBook: null }, 422, "price_book_invalid"],
  ])("%s", async (_what, body, status, code) => {
    expect(await refused(body)).toEqual([status, code]);
  });

  test("another content type", async () => {
    const response = await server.app.request(ADDRESS, {
      method: "POST",
      headers: { "content-type": "text/plain", "x-test-user": maria.userId },
      body: JSON.stringify({ estimate: "e1" }),
    });
    const { status, error } = await refusal(response);
    expect([status, error.code]).toEqual([415, "body_not_json"]);
  });

  test("the faults of an estimate say where and what to do", async () => {
    const estimate = { estimate: { id: "e" }, areas: [{ area: { id: "a", kind: "attic" } }] };
    const { faults } = await refusal(await server.post(ADDRESS, { estimate }));
    expect(faults?.map(({ sentence }) => sentence)).toEqual([
      'areas.0.area.kind is "attic". Choose one of: room, side.',
      "areas.0.area.doors is missing. Fill it in.",
      "areas.0.area.windows is missing. Fill it in.",
    ]);
  });

  test("the faults of a price book are all said, with the entry and what to do", async () => {
    const priceBook = { ...seminarPriceBook, version: 0, currency: "EUR" };
    const { faults } = await refusal(await server.post(ADDRESS, { estimate: fresh(), priceBook }));
    expect(faults).toMatchObject([
      {
        code: "out_of_range",
        path: "version",
        found: "0",
        sentence: expect.stringContaining("Version"),
      },
      { code: "not_a_choice", path: "currency", found: "EUR" },
    ]);
  });

  test("a trace of more surfaces than anybody reads about", async () => {
    const many = buildArea(
      "a",
      Array.from({ length: 1001 }, () => ({ substrate: "walls" })),
    );
    const estimate = {
      estimate: { id: "e" },
      areas: [many].map(({ area, surfaces }) => ({
        area: { ...area, estimateId: "e" },
        surfaces: surfaces.map((surface) => ({ ...surface, estimateId: "e" })),
      })),
    };
    expect(await refused({ estimate, trace: true })).toEqual([422, "trace_too_large"]);
    expect((await server.post(ADDRESS, { estimate })).status).toBe(200);
  });

  test.each([
    ["estimate", { estimate: { id: "e", discounts: "a ".repeat(1_900_000) } }],
    ["estimate", { estimate: { id: "e" }, areas: Array.from({ length: 1_000_000 }, () => 0) }],
    [
      "estimate",
      { estimate: Object.fromEntries(Array.from({ length: 200_000 }, (_, k) => [k, 0])) },
    ],
  ])("megabytes of nonsense in an %s", async (_what, estimate) => {
    expect(await refused({ estimate })).toEqual([422, "estimate_invalid"]);
  });

  test("a price book nested deeper than anything can be written", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const body = `{"estimate":{"estimate":{"id":"e"}},"priceBook":{"format":2,"id":${deep}}}`;
    expect(await refused(body)).toEqual([422, "price_book_invalid"]);
    expect(await refused(`{"estimate":${deep}}`)).toEqual([422, "estimate_invalid"]);
  });
});

test("whatever is sent is priced or refused by name: never an error of ours", async () => {
  const some = (good: unknown): fc.Arbitrary<unknown> =>
    fc.oneof(fc.constant(good), fc.jsonValue({ maxDepth: 3 }));
  const area = {
    id: "a",
    kind: "room",
    doors: 1,
    windows: 1,
    length: "12",
    height: "8",
    width: "9",
  };
  const surface = fc.record({ id: some("s"), substrate: some("walls"), coats: some(2) });
  const estimate = fc.record({
    estimate: some({ id: "e" }),
    areas: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.record({ area: some(area), surfaces: fc.array(surface, { maxLength: 2 }) }), {
        maxLength: 2,
      }),
    ),
    items: some([]),
    day: some("2026-11-26"),
  });
  const part = fc.constantFrom(...Object.keys(seminarPriceBook));
  const book = fc.tuple(part, fc.jsonValue()).map(([name, value]) => ({
    ...seminarPriceBook,
    [name]: value,
  }));
  const member = fc.oneof(estimate, book, fc.constantFrom("e1", "old", "e9"), fc.jsonValue());
  const body = fc.oneof(
    {
      arbitrary: fc.record({ estimate: member, priceBook: member }, { requiredKeys: [] }),
      weight: 6,
    },
    { arbitrary: fc.record({ estimate, priceBook: book }), weight: 3 },
    { arbitrary: fc.jsonValue(), weight: 1 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        body.map((it) => JSON.stringify(it)),
        fc.string(),
      ),
      async (text) => {
        const response = await server.post(ADDRESS, text);
        expect([200, 400, 404, 422]).toContain(response.status);
        if (response.status === 200) await priced(response);
        else await refusal(response);
      },
    ),
    { numRuns: 3000 },
  );
  expect(problems).toEqual([]);
}, 120_000);
