import type { Plugin } from "vite";

/**
 * Adds a preload for the one font file the first screen is set in, so that the words do not change
 * shape after the first paint. The name is hashed, hence only known when the bundle is written; a
 * bundle without the font gets no preload.
 */
export function preloadFont(name: string): Plugin {
  return {
    name: "paintbox:preload-font",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find(
          (path) => path.includes(name) && path.endsWith(".woff2"),
        );
        if (file === undefined) return [];
        const attrs = { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2" };
        return [{ tag: "link", attrs: { ...attrs, crossorigin: true }, injectTo: "head" }];
      },
    },
  };
}
