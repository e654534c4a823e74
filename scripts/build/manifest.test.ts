import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { SHARE_ADDRESS, SHARE_FIELD } from "../../shared/shared-file.ts";
import { ROOT } from "../lib/paths.ts";

const picture = z.object({ src: z.string(), sizes: z.string(), type: z.literal("image/png") });
const manifest = z
  .object({
    icons: z.array(picture).min(3),
    screenshots: z.array(picture).min(2),
    shortcuts: z.array(z.object({ url: z.string(), icons: z.array(picture) })).min(1),
    share_target: z.object({
      action: z.literal(SHARE_ADDRESS),
      method: z.literal("POST"),
      enctype: z.literal("multipart/form-data"),
      params: z.object({
        files: z.tuple([
          z.object({
            name: z.literal(SHARE_FIELD),
            accept: z.tuple([z.literal("image/*")], z.string()),
          }),
        ]),
      }),
    }),
    file_handlers: z.array(z.object({ action: z.string() })),
  })
  .parse(JSON.parse(readFileSync(join(ROOT, "client/public/manifest.webmanifest"), "utf8")));

/** Width and height stand in a PNG at bytes 16 and 20. */
function sizeOf(src: string): string {
  const bytes = readFileSync(join(ROOT, "client/public", src));
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

const pictures = [
  ...manifest.icons,
  ...manifest.screenshots,
  ...manifest.shortcuts.flatMap(({ icons }) => icons),
];

test.each(pictures)("$src is there and as large as it says", ({ src, sizes }) => {
  expect(sizeOf(src)).toBe(sizes);
});

test("whatever the manifest opens is a screen of the app", () => {
  const routes = readFileSync(join(ROOT, "client/boot/routes.tsx"), "utf8");
  const opened = [
    ...manifest.shortcuts.map(({ url }) => url),
    manifest.share_target.action,
    ...manifest.file_handlers.map(({ action }) => action),
  ];
  for (const url of opened) expect(routes).toContain(`path="${url}"`);
});
