import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A program: a screen that nobody sees, and a driver on it. It ends both, with all that they have started, when it is
 * asked to, when whoever started it is gone, and when one of them ends by itself. What they print, it prints.
 *
 * Arguments: the screen's program, the driver's, and the driver's arguments.
 */
const [screen = "", driver = "", ...args] = process.argv.slice(2);

/** Room for a tablet held upright. */
const SCREEN_SIZE = "1280x1400x24";
/** Nobody has anything to save. */
const GRACE_MS = 3_000;

const running = new Set<ChildProcess>();

/** Starts a program in a group of its own; whatever it prints on its third channel goes to us. */
function start(
  program: string,
  own: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(program, own, {
    detached: true,
    stdio: ["ignore", 1, 1, "pipe"],
    env: { ...process.env, ...env },
  });
  running.add(child);
  const gone = (how: string): void => {
    running.delete(child);
    end(`${program} has ended: ${how}`, 1);
  };
  child.once("error", ({ message }) => gone(message));
  child.once("exit", (code, signal) => gone(signal ?? `code ${code}`));
  return child;
}

let isEnding = false;
function end(why: string, code: number): void {
  if (isEnding) return;
  isEnding = true;
  process.stdout.write(`${why}\n`);
  process.exitCode = code;
  const signal = (name: NodeJS.Signals): void => {
    for (const { pid } of running) if (pid !== undefined) process.kill(-pid, name);
  };
  signal("SIGTERM");
  void pause(GRACE_MS, undefined, { ref: false }).then(() => signal("SIGKILL"));
}

for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(name, () => end(name, 0));

// It takes the first number that is free, and says which when it listens: nothing to guess, and no signal to miss.
const flags = `-displayfd 3 -screen 0 ${SCREEN_SIZE} -nolisten tcp -noreset`;
const server = start(screen, flags.split(" "));
const [, , , told] = server.stdio;
if (!told || !("read" in told)) throw new Error("no channel to the screen");
createInterface({ input: told }).once("line", (number) => {
  if (!isEnding) start(driver, args, { DISPLAY: `:${number}` });
});
