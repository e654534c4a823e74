import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const here = import.meta.dirname;
const css = readFileSync(join(here, "tokens.css"), "utf8");

type Theme = "light" | "dark" | "sun";

/** The hex colours of a theme: `light-dark()` pairs of the root, overridden by the sun's block. */
function colours(theme: Theme): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", light = "", dark = ""] of css.matchAll(
    /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
  )) {
    found.set(name, theme === "dark" ? dark : light);
  }
  if (theme !== "sun") return found;
  const sun = css.slice(css.indexOf('[data-theme="sun"]'));
  for (const [, name = "", value = ""] of sun.matchAll(/--([\w-]+): (#\w{6});/g)) {
    found.set(name, value);
  }
  return found;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const words: readonly (readonly [string, string])[] = [
  ...["paper", "card", "well", "tape-tint", "alarm-tint"].map((ground) => ["ink", ground] as const),
  ...["paper", "card", "well", "tape-tint"].map((ground) => ["ink-soft", ground] as const),
  ...["paper", "card", "well", "tape-tint", "alarm-tint"].map(
    (ground) => ["alarm", ground] as const,
  ),
  ["ink", "safe-tint"],
  ["ink", "wait-tint"],
  ["safe", "safe-tint"],
  ["wait", "wait-tint"],
  ["tape", "paper"],
  ["tape", "card"],
  ["on-tape", "tape"],
  ["on-tape", "tape-pressed"],
  ["on-alarm", "alarm"],
  ["paper", "ink"],
];

const edges: readonly (readonly [string, string])[] = [
  ...["paper", "card", "well"].flatMap((ground) => [
    ["edge", ground] as const,
    ["tape", ground] as const,
  ]),
  ["tape", "tape-tint"],
];

describe.each<Theme>(["light", "dark", "sun"])("%s", (theme) => {
  const palette = colours(theme);
  const ratio = (front: string, ground: string) => {
    const [one, other] = [palette.get(front), palette.get(ground)];
    if (!one || !other) throw new Error(`no colour for ${front} on ${ground}`);
    return contrast(one, other);
  };

  test.each(words)("words: %s on %s", (front, ground) => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(theme === "sun" ? 7 : 4.5);
  });

  test.each(edges)("edges: %s on %s", (front, ground) => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(theme === "sun" ? 7 : 3);
  });
});

const client = join(here, "..");
const sheets = readdirSync(client, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".css") && !path.endsWith("tokens.css"),
);

test.each(sheets)("%s writes no colour of its own", (sheet) => {
  const text = readFileSync(join(client, sheet), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  expect(text).not.toMatch(
    /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|color)a?\(|:\s*(?:white|black|red|blue|gr[ae]y)\b/i,
  );
});

/** What only one sheet gives itself, or a component by its style, beside the tokens. */
const sources = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.(?:css|tsx|html)$/.test(path),
);
const given = new Set(
  sources.flatMap((path) =>
    Array.from(
      readFileSync(join(client, path), "utf8").matchAll(/(--[a-z][\w-]*)"?\]?\s*:/g),
      ([, name = ""]) => name,
    ),
  ),
);

test.each(sheets)("%s uses no token that nobody gives", (sheet) => {
  const text = readFileSync(join(client, sheet), "utf8");
  const used = Array.from(text.matchAll(/var\((--[\w-]+)\)/g), ([, name = ""]) => name);
  expect(used.filter((name) => !given.has(name))).toEqual([]);
});
