import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { build, type Rolldown } from "vite";
import { leanHttp } from "./lean-http.ts";

/** The hashed, content-addressed client: `<out>/client`, and its chunk graph as `<out>/chunks.json`. */
export async function bundleClient(root: string, out: string): Promise<void> {
  const outDir = join(out, "client");
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "client"),
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  });
  renameSync(join(outDir, ".vite/manifest.json"), join(out, "chunks.json"));
}

/**
 * One file for a Node process: everything but Node's own modules is inside, so that it starts in half the time and
 * runs without node_modules. What it imports lazily (large SDKs that most installations never use) lies in
 * `parts/` beside it.
 */
export async function bundleServer(root: string, entry: string, file: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    ssr: { target: "node", noExternal: true },
    plugins: [leanHttp()],
    build: {
      ...entryWithParts(file),
      ssr: join(root, entry),
      target: "node24",
      sourcemap: true,
      minify: false,
    },
  });
}

/** The service worker, before its list of files is filled in. A classic script: every browser takes it. */
export async function bundleWorker(root: string, entry: string, file: string): Promise<void> {
  const output = single(file);
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    build: {
      ...output,
      target: "es2022",
      sourcemap: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(root, entry),
        output: { ...output.rolldownOptions.output, format: "iife" },
      },
    },
  });
}

type Output = {
  outDir: string;
  emptyOutDir: boolean;
  copyPublicDir: boolean;
  reportCompressedSize: boolean;
  rolldownOptions: { output: Rolldown.OutputOptions };
};

function entryWithParts(file: string): Output {
  const output = single(file);
  return {
    ...output,
    rolldownOptions: {
      output: {
        ...output.rolldownOptions.output,
        codeSplitting: true,
        // Half of the libraries' text, which a start would read and check; what licences ask for stays.
        comments: { legal: true, annotation: false, jsdoc: false },
        chunkFileNames: "parts/[name]-[hash].js",
      },
    },
  };
}

function single(file: string): Output {
  const at = file.lastIndexOf("/");
  const outDir = file.slice(0, at);
  mkdirSync(outDir, { recursive: true });
  return {
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { entryFileNames: file.slice(at + 1), codeSplitting: false } },
  };
}
