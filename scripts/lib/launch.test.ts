import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ALLOCATOR, YOUNG_GENERATION } from "./launch.ts";
import { ROOT } from "./paths.ts";

test("the image has V8 and the allocator hold as little memory as a server that is started here has", () => {
  const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");
  for (const [name, value] of Object.entries(ALLOCATOR))
    expect(dockerfile).toContain(`${name}=${value}`);
  expect(dockerfile).toContain(
    JSON.stringify(["node", ...YOUNG_GENERATION])
      .slice(1, -1)
      .replaceAll(",", ", "),
  );
});
