import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { join } from "node:path";
import { loadBench } from "./load.ts";

/**
 * `npm run bench [name]`: runs every `bench/*.bench.ts`, or those whose name begins like the one
 * given, and prints one line of JSON for each figure; anything else goes to the error output.
 */
const wanted = process.argv[2] ?? "";
const benches = await Promise.all(
  globSync("*.bench.ts", { cwd: import.meta.dirname })
    .toSorted()
    .map(async (file) => ({ file, name: (await loadBench(file)).name })),
);
const chosen = benches.filter(({ name }) => name.startsWith(wanted));
if (chosen.length === 0) {
  const names = benches.map(({ name }) => name).join(", ");
  console.error(`No benchmark is called "${wanted}". There are: ${names}`);
  process.exitCode = 1;
}
for (const { file, name } of chosen) {
  console.error(`# ${name}`);
  if (!(await runApart(file))) process.exitCode = 1;
}

/**
 * Each in a process of its own: none is warmed up or slowed down by the one before, and what its
 * servers and builds say goes to the error output, not between the figures.
 */
async function runApart(file: string): Promise<boolean> {
  const child = fork(join(import.meta.dirname, "run-one.ts"), [file], {
    stdio: ["ignore", process.stderr, process.stderr, "ipc"],
  });
  child.on("message", (line) => console.log(line));
  const [code] = await once(child, "exit");
  return code === 0;
}
