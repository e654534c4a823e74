import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { createMetrics } from "../server/observe/metrics/metrics.ts";
import { idleSources } from "../server/observe/testing/idle-sources.ts";

const RULES = join(import.meta.dirname, "prometheus/paintbox.rules.yml");
const DASHBOARD = join(import.meta.dirname, "grafana/paintbox-overview.json");

let known: ReadonlySet<string>;
beforeAll(() => {
  known = new Set(createMetrics(idleSources).names());
});

/** Names of metrics in an expression: without the suffixes that a histogram's parts have. */
const metricsIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/\b(?:paintbox|process|nodejs)_[a-z0-9_]+/g)].map(([name]) =>
    known.has(name) ? name : name.replace(/_(bucket|count|sum)$/, ""),
  );

const dashboardSchema = z.object({
  title: z.string(),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      targets: z.optional(z.array(z.object({ expr: z.string(), refId: z.string() }))),
    }),
  ),
});

describe("rules", () => {
  const rules = readFileSync(RULES, "utf8");

  test("name metrics that there are", () => {
    const named = metricsIn(rules.replaceAll(/^\s*#.*$/gm, ""));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test("each is explained in the documentation", () => {
    const alerts = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name);
    const page = readFileSync(join(import.meta.dirname, "../docs/observability.md"), "utf8");
    expect(alerts.filter((name) => !page.includes(`**${name}**`))).toEqual([]);
  });
});

describe("dashboard", () => {
  const dashboard = dashboardSchema.parse(JSON.parse(readFileSync(DASHBOARD, "utf8")));

  test("is called as everybody calls it, and numbers its panels", () => {
    expect(dashboard.title).toBe("Paintbox Overview");
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });

  test("asks for metrics that there are, in every panel", () => {
    for (const { title, targets = [] } of dashboard.panels) {
      for (const { expr } of targets) {
        const named = metricsIn(expr);
        expect([title, named.length > 0]).toEqual([title, true]);
        expect([title, named.filter((name) => !known.has(name))]).toEqual([title, []]);
      }
    }
  });
});

test("every metric of ours is in the documentation, and nothing else is", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/observability.md"), "utf8");
  const documented = new Set([...page.matchAll(/`(paintbox_[a-z0-9_]+)/g)].map(([, name]) => name));
  const ours = [...known].filter((name) => name.startsWith("paintbox_"));
  expect(ours.filter((name) => !documented.has(name))).toEqual([]);
  expect([...documented].filter((name) => !known.has(name ?? ""))).toEqual([]);
});

/** Debian's package `prometheus` has it. */
function findPromtool(): boolean {
  try {
    execFileSync("promtool", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!findPromtool())("promtool (skipped where it is not installed)", () => {
  test.each([
    ["check", "rules", "paintbox.rules.yml"],
    ["check", "config", "prometheus.yml"],
    ["test", "rules", "paintbox.rules.test.yml"],
  ])("%s %s %s", (...args) => {
    const cwd = join(import.meta.dirname, "prometheus");
    expect(() => execFileSync("promtool", args, { cwd, stdio: "pipe" })).not.toThrow();
  });
});
