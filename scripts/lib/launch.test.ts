import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ALLOCATOR } from "./launch.ts";
import { ROOT } from "./paths.ts";

test("the image has the allocator give memory back as a server that is started here has", () => {
  const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");
  for (const [name, value] of Object.entries(ALLOCATOR))
    expect(dockerfile).toContain(`${name}=${value}`);
});
