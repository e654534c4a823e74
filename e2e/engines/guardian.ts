import { spawn } from "node:child_process";

/**
 * Runs a program and all that it starts in a group of their own, and ends the group when it is asked to end, or when
 * whoever started us is gone: a shell script that starts a screen, a bus and a browser does not end them itself.
 *
 * Arguments: the program and its arguments.
 */
const [program = "", ...args] = process.argv.slice(2);
const child = spawn(program, args, {
  detached: true,
  stdio: ["ignore", "ignore", "ignore"],
});
const end = (): void => {
  if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
};
child.on("error", (error) => {
  throw error;
});
child.on("exit", (code) => process.exit(code ?? 0));
for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(name, end);
