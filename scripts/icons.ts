import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "./browser.ts";
import { ROOT } from "./lib/paths.ts";

/**
 * Draws the icons of the installed app from the one mark, client/public/favicon.svg. Run by hand
 * after the mark has changed; the pictures are committed.
 */
const PUBLIC = join(ROOT, "client/public");
const PAPER = "#f6f1e7";

/** A maskable icon may be cut to a circle of 80 %: the mark keeps inside it. */
const ICONS = [
  { file: "icons/icon-192.png", size: 192, scale: 1 },
  { file: "icons/icon-512.png", size: 512, scale: 1 },
  { file: "icons/maskable-512.png", size: 512, scale: 0.7 },
  { file: "apple-touch-icon.png", size: 180, scale: 0.92 },
];

const mark = readFileSync(join(PUBLIC, "favicon.svg"), "utf8");
const { executablePath, args } = await ensureBrowser();
const browser = await chromium.launch({ executablePath, args: [...args] });
for (const { file, size, scale } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${PAPER}">` +
      `<div style="width:${scale * 100}%;line-height:0">${mark}</div>`,
  );
  await page.screenshot({ path: join(PUBLIC, file) });
  await page.close();
}
await browser.close();
