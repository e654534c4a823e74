import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

/**
 * Runs a program for as long as somebody holds our standard input, then ends it and removes its folder.
 * The tests' databases run under it: whoever started them may be killed, and nothing is left behind. A
 * program that ended otherwise keeps its folder, to be started in again.
 *
 * Arguments: folder, user id, group id, signal that ends the program, the program and its arguments.
 */
const [folder = "", uid = "", gid = "", signal = "", program = "", ...args] = process.argv.slice(2);

const child = spawn(program, args, {
  cwd: folder,
  uid: Number(uid),
  gid: Number(gid),
  stdio: ["ignore", "inherit", "inherit"],
});
const isSignal = (name: string): name is NodeJS.Signals => /^SIG[A-Z]+$/.test(name);
let isOver = false;
const end = (): void => {
  isOver = true;
  if (isSignal(signal)) child.kill(signal);
};
child.on("exit", (code) => {
  if (isOver) rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
process.stdin.on("end", end).on("error", end).resume();
for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(name, end);
