import { HttpTablet } from "../e2e/fixtures/http-tablet.ts";
import { groundOf, sampleJob } from "../e2e/fixtures/sample-job.ts";
import { Stack } from "../e2e/fixtures/stack.ts";
import { Tablet } from "../e2e/fixtures/tablet.ts";
import { signIn } from "../e2e/page-models/sign-in.ts";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * From the server's acknowledgement of one tablet's estimate to its row on the screen of another, which lies open
 * on the list. Baseline: the acknowledged push itself, over the same network.
 */
export const name = "live";

const ESTIMATES = 15;
const SEEN_WITHIN_MS = 10_000;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const stack = await Stack.start();
  const manager = await Tablet.unpack(stack.url);
  try {
    await signIn(manager.page, "Marcus Hale");
    await manager.page.getByText("Ready to work with no signal.", { exact: true }).waitFor();
    const estimator = await HttpTablet.signIn(stack.url, "erin.vega@brightcoat.example");
    const ground = groundOf(await estimator.pullEverything());
    const pushes: number[] = [];
    const sights: number[] = [];
    for (let number = 0; number < ESTIMATES; number += 1) {
      const { estimateId, mutations } = sampleJob(ground, number);
      for (const mutation of mutations.slice(0, -1)) estimator.make(mutation);
      const started = performance.now();
      await estimator.push();
      const acknowledged = performance.now();
      const row = manager.page.locator(`a[href="/estimates/${estimateId}"]`);
      await row.waitFor({ timeout: SEEN_WITHIN_MS });
      pushes.push(acknowledged - started);
      sights.push(performance.now() - acknowledged);
    }
    for (const percent of [50, 95])
      yield {
        label: `p${percent}`,
        value: quantile(sights, percent / 100),
        unit: "ms",
        baseline: quantile(pushes, percent / 100),
      };
  } finally {
    await manager.throwAway();
    await stack.stop();
  }
}
