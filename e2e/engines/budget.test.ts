import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { BENCH_PAGE, PhotoSite } from "../../bench/fixtures/photo-site.ts";
import { DIST } from "../../scripts/lib/paths.ts";
import { AREAS, CAP_BYTES, chargeOf, ENTRY_OVERHEAD_BYTES } from "../../shared/cache-budget.ts";
import { ENGINES } from "./all.ts";
import {
  answers,
  arrive,
  askForAll,
  type CachedBody,
  fetchUpdate,
  lengthsOf,
  readAll,
  takeOver,
  weigh,
} from "./caches-in-page.ts";
import { type Engine, STEP_MS } from "./engine.ts";
import { withEngine } from "./with-engine.ts";

/** What is asked for: with two builds of 3 MB it is far more than may be kept. */
const PHOTO_BYTES = 18_000_000;
const OLDER_BYTES = 9_000_000;

for (const kind of ENGINES)
  test(`${kind.name}: the caches never hold more than 25,000,000 bytes, and every body is whole`, async () => {
    test.setTimeout(300_000);
    await withEngine(kind, async (engine) => {
      const site = await PhotoSite.serve(join(DIST, "client"));
      try {
        await engine.open(site.url + BENCH_PAGE);
        await engine.evaluate(arrive, null);
        const photos = upTo(
          PHOTO_BYTES,
          (at) => `/api/v1/companycam/photos/p${at}/bytes/thumbnail/v`,
        );
        const older = upTo(OLDER_BYTES, (at) => `/assets/older-${String(at).padStart(8, "0")}.js`);

        const scale = new Scale(engine);
        await test.step("photos, while everything is read over and over", async () => {
          await scale.watch(photos);
          // One step below the limit of the area: as full as it comes, so something had to go.
          const { images = 0 } = await scale.weigh();
          expect(images).toBeLessThanOrEqual(AREAS.images.maxBytes);
          expect(images).toBeGreaterThan(
            AREAS.images.maxBytes - chargeOf(AREAS.images.maxFileBytes),
          );
        });

        await test.step("beside them another build, and files of older ones", async () => {
          site.build = 1;
          expect(await engine.evaluate(fetchUpdate, null)).toBe(true);
          await scale.watch(older);
          const { shell = 0, static: files = 0, images = 0 } = await scale.weigh();
          expect(files).toBeGreaterThan(
            AREAS.static.maxBytes - chargeOf(AREAS.static.maxFileBytes),
          );
          // Two builds, not one: the fullest that these caches get.
          expect(shell).toBeGreaterThan(5_500_000);
          expect(shell + files + images).toBeGreaterThan(22_000_000);
        });

        const kept =
          await test.step("every body is what the site has behind its address", async () => {
            const bodies = await engine.evaluate(readAll, null);
            expect(bodies.filter((body) => !isWhole(site, body))).toEqual([]);
            return bodies.filter(({ cache }) => cache === "images");
          });

        await test.step("the other build takes over; with no signal the photos are still there", async () => {
          await engine.evaluate(takeOver, null);
          await expect
            .poll(async () => (await scale.weigh())["shell"], { timeout: STEP_MS })
            .toBeLessThan(3_000_001);
          await site.stop();
          const lengths = await engine.evaluate(
            lengthsOf,
            kept.map(({ path }) => path),
          );
          expect(lengths).toEqual(kept.map(({ bytes }) => bytes));
        });

        const peak = Math.max(...scale.sums);
        test.info().annotations.push({
          type: "peak",
          description: `${peak} bytes in ${scale.sums.length} readings`,
        });
        expect(peak).toBeLessThanOrEqual(CAP_BYTES);

        /** Paths whose bodies come to so many bytes and of which every one may be kept. */
        function upTo(bytes: number, pathAt: (at: number) => string): readonly string[] {
          const paths: string[] = [];
          for (let at = 0, sum = 0; sum < bytes; at += 1) {
            const path = pathAt(at);
            const { length } = site.bodyOf(path) ?? [];
            const limit = path.startsWith("/api/") ? AREAS.images : AREAS.static;
            if (length === undefined || length > limit.maxFileBytes) continue;
            paths.push(path);
            sum += length;
          }
          return paths;
        }
      } finally {
        await site.stop();
      }
    });
  });

/** Reads the caches of a page through, and remembers the most that it has seen. */
class Scale {
  readonly #engine: Engine;
  /** Of every reading, in bytes. */
  readonly sums: number[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** What lies in the caches, charged. @param isAlone with the worker's lock held; else one sees its steps. */
  async weigh(isAlone = true): Promise<Readonly<Record<string, number>>> {
    const found = await this.#engine.evaluate(weigh, { overhead: ENTRY_OVERHEAD_BYTES, isAlone });
    this.sums.push(Object.values(found).reduce((all, bytes) => all + bytes, 0));
    return found;
  }

  /** Asks for all of it, and weighs from before the first answer until after the last. */
  async watch(paths: readonly string[]): Promise<void> {
    await this.#engine.evaluate(askForAll, paths);
    await expect
      .poll(
        async () => {
          await this.weigh(false);
          return this.#engine.evaluate(answers, null);
        },
        { timeout: 2 * STEP_MS },
      )
      .toEqual({ answered: paths.length, failed: 0 });
    // The last of them are kept after they are answered: until two readings are the same.
    let before = "";
    await expect
      .poll(
        async () => {
          const now = JSON.stringify(await this.weigh());
          const isSame = now === before;
          before = now;
          return isSame;
        },
        { timeout: STEP_MS },
      )
      .toBe(true);
  }
}

function isWhole(site: PhotoSite, { path, digest }: CachedBody): boolean {
  const { pathname } = new URL(path, site.url);
  return [0, 1].some((build) => {
    const body = site.bodyOf(pathname, build);
    return body && createHash("sha256").update(body).digest("hex") === digest;
  });
}
