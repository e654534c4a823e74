import { expect, test } from "vitest";
import { fuzzChunk } from "./fuzz-chunk.ts";
import { fuzzRoutes } from "./route-chunk.ts";

/** A portion of `npm run fuzz -- --bodies 50000`. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const BODIES = 250;

test.each(SEEDS)(
  "no damaged body brings the server down or changes what it may not: seed %i",
  async (seed) => {
    const { problems, statuses, changing } = await fuzzChunk({ seed, bodies: BODIES });
    expect(problems).toEqual([]);
    // It got to every door: refused by shape, by type, by owner, and let in.
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(["200", "400", "415"]));
    expect(changing).toBeGreaterThan(BODIES / 50);
  },
  120_000,
);

test.each(SEEDS.slice(0, 8))(
  "nor does a damaged request to any other route: seed %i",
  async (seed) => {
    const { problems, statuses, changing } = await fuzzRoutes({ seed, bodies: BODIES });
    expect(problems).toEqual([]);
    expect(Object.keys(statuses)).toEqual(
      expect.arrayContaining(["200", "202", "204", "400", "401", "403", "404", "409", "422"]),
    );
    expect(changing).toBeGreaterThan(BODIES / 50);
  },
  120_000,
);

test("the same seed makes the same bodies", async () => {
  const chunk = { seed: 42, bodies: 60 };
  expect(await fuzzChunk(chunk)).toEqual(await fuzzChunk(chunk));
});
