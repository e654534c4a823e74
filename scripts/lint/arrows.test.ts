import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/**
 * One file for every wall of the house, each trying to walk through it, and one for every door that
 * must stay open. They are linted together, with the configuration of the project itself, in a
 * folder laid out like the repository.
 */
const WALLS: readonly (readonly [path: string, source: string, rule: string])[] = [
  ["shared/a.ts", `import { x } from "../server/x.ts";`, "arrows"],
  ["shared/b.ts", `import { x } from "../client/ui/x.ts";`, "arrows"],
  ["shared/c.ts", `import { z } from "zod";`, "arrows"],
  ["shared/d.ts", `import { x } from "dexie";`, "arrows"],
  ["shared/e.ts", `export const now = (): number => Date.now();`, "pure"],
  ["shared/f.ts", `export const now = (): Date => new Date();`, "pure"],
  ["shared/g.ts", `export const lot = (): number => Math.random();`, "pure"],
  ["shared/h.ts", `export const get = (u: string): unknown => fetch(u);`, "pure"],
  ["shared/i.ts", `export const now = (): number => performance.now();`, "pure"],
  ["shared/j.ts", `export const id = (): string => crypto.randomUUID();`, "pure"],
  ["shared/k.ts", `export const id = (): string => globalThis.crypto.randomUUID();`, "pure"],
  ["shared/l.ts", `export const now = (): number => Date["now"]();`, "pure"],
  ["client/boot/a.ts", `import { x } from "../../server/x.ts";`, "arrows"],
  ["client/boot/b.ts", `import { x } from "../features/photos/x.ts";`, "arrows"],
  ["client/boot/c.ts", `export { x } from "../features/photos/x.ts";`, "arrows"],
  ["client/features/photos/a.ts", `import { x } from "../editor/x.ts";`, "arrows"],
  ["client/features/photos/b.ts", `export const x = import("../editor/x.ts");`, "arrows"],
  ["client/features/photos/deep/c.ts", `import { x } from "../../editor/x.ts";`, "arrows"],
  ["client/features/photos/d.ts", `import { x } from "../../boot/x.ts";`, "arrows"],
  ["client/features/photos/e.ts", `import { Dexie } from "dexie";`, "arrows"],
  ["client/features/photos/g.ts", `import { z } from "zod";`, "arrows"],
  [
    "client/features/photos/h.ts",
    `export const drop = () => caches.delete("x");`,
    "caches-only-in-worker",
  ],
  ["client/features/photos/i.ts", `export const c = () => window.caches;`, "caches-only-in-worker"],
  ["client/chrome/a.ts", `import { x } from "../boot/x.ts";`, "arrows"],
  ["client/chrome/b.ts", `import { x } from "../features/photos/x.ts";`, "arrows"],
  ["client/local/a.ts", `import { x } from "../sync/x.ts";`, "arrows"],
  ["client/local/b.ts", `import { x } from "../ui/x.ts";`, "arrows"],
  ["client/sync/a.ts", `import { x } from "../ui/x.ts";`, "arrows"],
  ["client/sync/b.ts", `import { Dexie } from "dexie";`, "arrows"],
  ["client/ui/a.ts", `import { x } from "../words/x.ts";`, "arrows"],
  ["client/ui/b.ts", `import { x } from "../../shared/x.ts";`, "arrows"],
  ["client/ui/c.ts", `import { Link } from "wouter";`, "arrows"],
  ["client/words/a.ts", `import { x } from "../../shared/x.ts";`, "arrows"],
  ["client/words/b.ts", `import { Link } from "wouter";`, "arrows"],
  ["client/workers/a.ts", `import { x } from "../local/x.ts";`, "arrows"],
  ["client/workers/b.ts", `import { zipSync } from "fflate";`, "arrows"],
  ["client/features/photos/j.ts", `import { zipSync } from "fflate";`, "arrows"],
  ["server/d.ts", `import { zipSync } from "fflate";`, "arrows"],
  ["sw/b.ts", `import { zipSync } from "fflate";`, "arrows"],
  ["sw/a.ts", `import { x } from "../client/local/x.ts";`, "arrows"],
  ["server/a.ts", `import type { X } from "../client/local/x.ts";`, "arrows"],
  ["server/b.ts", `import { x } from "./sandbox/salesforce/x.ts";`, "arrows"],
  ["e2e/a.ts", `import { x } from "../server/x.ts";`, "arrows"],
  ["server/c.ts", `import jsforce from "jsforce";`, "arrows"],
  ["server/sandbox/salesforce/a.ts", `import { x } from "../../store/x.ts";`, "arrows"],
];

const DOORS: readonly (readonly [path: string, source: string])[] = [
  ["shared/ok.ts", `import { z } from "zod/mini";\nexport const d = new Date(0);\nz.string();`],
  ["shared/xlsx/ok.ts", `import { zipSync } from "fflate";\nexport const zip = zipSync;`],
  ["client/boot/ok.ts", `export const photos = () => import("../features/photos/x.ts");`],
  [
    "client/boot/ok-type.ts",
    `import type { X } from "../features/photos/x.ts";\nexport type Y = X;`,
  ],
  ["client/features/photos/ok.ts", `import { x } from "./deep/x.ts";\nexport const y = x;`],
  ["client/features/photos/deep/ok.ts", `import { x } from "../x.ts";\nexport const y = x;`],
  ["client/features/photos/ok2.ts", `import { x } from "../../local/x.ts";\nexport const y = x;`],
  ["client/local/ok.ts", `import { Dexie } from "dexie";\nexport const db = new Dexie("x");`],
  ["client/sync/ok.ts", `import { x } from "../local/x.ts";\nexport const y = x;`],
  ["sw/ok.ts", `import { x } from "../shared/x.ts";\nexport const y = caches.open(x);`],
  ["server/ok.ts", `import { x } from "../shared/x.ts";\nexport const y = [x, Date.now()];`],
  ["e2e/sim/ok.ts", `import { x } from "../../server/x.ts";\nexport const y = x;`],
  ["server/ok.test.ts", `import { x } from "./sandbox/x.ts";\nexport const y = x;`],
];

/** Named, so that the linter does not wander into the linked node_modules. */
const FOLDERS = ["shared", "client", "sw", "server", "e2e"];
const root = resolve(import.meta.dirname, "../..");
const house = mkdtempSync(join(tmpdir(), "paintbox-arrows-"));
const found = new Map<string, string[]>();

beforeAll(() => {
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "dir");
  for (const [path, source] of [...WALLS, ...DOORS]) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${source}\n`);
  }
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const config = join(root, ".oxlintrc.json");
  const run = spawnSync(process.execPath, [oxlint, "-c", config, "-f", "json", ...FOLDERS], {
    cwd: house,
    encoding: "utf8",
  });
  const report: unknown = JSON.parse(run.stdout);
  for (const { code, filename } of diagnosticsOf(report)) {
    found.set(filename, [...(found.get(filename) ?? []), code]);
  }
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(WALLS)("%s may not say: %s", (path, _source, rule) => {
  expect(found.get(path) ?? []).toContain(`house(${rule})`);
});

test.each(DOORS)("%s may say: %s", (path) => {
  expect((found.get(path) ?? []).filter((code) => code.startsWith("house("))).toEqual([]);
});

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

function diagnosticsOf(report: unknown): readonly Diagnostic[] {
  if (typeof report !== "object" || report === null || !("diagnostics" in report)) return [];
  return Array.isArray(report.diagnostics) ? report.diagnostics.filter(isDiagnostic) : [];
}

function isDiagnostic(value: unknown): value is Diagnostic {
  if (typeof value !== "object" || value === null) return false;
  return "code" in value && typeof value.code === "string" && "filename" in value;
}
