import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleServer } from "./bundle.ts";

test("a bundle that serves HTTP starts without undici, whichever way it says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "paintbox-lean-http-"));
  try {
    writeFileSync(
      join(folder, "entry.js"),
      `import { createServer } from "node:http";
       import http from "http";
       const read = process.moduleLoadList.some((name) => name.includes("undici/undici"));
       console.log(JSON.stringify({ same: createServer === http.createServer, read }));`,
    );
    await bundleServer(folder, "entry.js", join(folder, "out/main.mjs"));
    const said = execFileSync(process.execPath, [join(folder, "out/main.mjs")], {
      encoding: "utf8",
    });
    expect(JSON.parse(said)).toEqual({ same: true, read: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
