import { writeFileSync } from "node:fs";
import { test } from "@playwright/test";
import type { EngineKind } from "./all.ts";
import type { Engine } from "./engine.ts";

/**
 * Walks a journey in an engine, with a picture of where it stood when it fails. Where the engine is not installed the test
 * is left out, and `npm test` says so in its last words; a check of the repository installs it (.ci/run), so there it fails.
 */
export async function withEngine(
  kind: EngineKind,
  walk: (engine: Engine) => Promise<void>,
): Promise<void> {
  const { missing } = kind;
  if (missing !== null) {
    if ((process.env["CI"] ?? "") !== "") throw new Error(missing);
    test.skip(true, missing);
  }
  const engine = await kind.start();
  try {
    await walk(engine);
  } catch (error) {
    const picture = test.info().outputPath("where-it-stood.png");
    const pixels = await engine.screenshot().catch(() => null);
    if (pixels) writeFileSync(picture, pixels);
    throw error;
  } finally {
    await engine.close();
  }
}
