// Every npm script begins here: `node scripts/bootstrap.mjs <script.ts> [arguments]`.
//
// It is plain JavaScript on Node's own modules, because it has to work in a bare clone, under any
// Node from 20 on, before anything is installed. It installs what is missing and then runs the
// named TypeScript file on the project's own Node, which reads TypeScript by itself.
import { spawn } from "node:child_process";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, projectNode } from "./lib/install.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [script, ...args] = process.argv.slice(2);
if (script === undefined)
  throw new Error("usage: node scripts/bootstrap.mjs <script.ts> [arguments]");

ensureInstalled(root);
const node = projectNode(root, process);
if (node === undefined) {
  console.error(
    `Paintbox runs on Node 24, and this is ${process.version}. The npm package "node" brings it, ` +
      "unless npm was told to ignore install scripts: then run `npm rebuild node`, or install Node 24.",
  );
  process.exit(1);
}

const path = [dirname(node), join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
const endWithUs = ["--import", new URL("lib/end-with-parent.mjs", import.meta.url).href];
const child = spawn(node, [...endWithUs, join(root, script), ...args], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, PATH: path },
});
// A terminal sends Ctrl-C to the child as well; a supervisor sends SIGTERM to us alone. Either way
// the child decides how to end, and its answer is ours.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
process.on("SIGHUP", () => child.kill("SIGTERM"));
child.on("error", (error) => {
  console.error(`Could not start ${script}: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
