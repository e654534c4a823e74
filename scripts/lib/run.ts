import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

/** Runs a program at the root of the repository, its output passed through; gives its exit code. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a tool of an installed package, on the project's Node. */
export function runTool(
  script: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<number> {
  return run(process.execPath, [join(ROOT, "node_modules", script), ...args], env);
}
