import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port.ts";

/** A real Redis with a password, made for tests and gone with them. */
export interface RedisServer {
  readonly url: string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** In the address, so that a test can look for it where it must not appear. */
export const REDIS_PASSWORD = "not-to-be-told";

const GUARDIAN = join(import.meta.dirname, "../../store/testing/guardian.ts");

/** Where Redis is on this machine, or null. */
export function findRedis(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "redis-server")).find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export async function startRedis(): Promise<RedisServer> {
  const program = findRedis();
  if (program === null) throw new Error("Redis is not installed");
  const port = await freePort();
  let running = await launch(program, port);
  return {
    url: `redis://:${REDIS_PASSWORD}@127.0.0.1:${port}`,
    async kill() {
      const gone = once(running.guardian, "exit");
      process.kill(running.pid(), "SIGKILL");
      await gone;
    },
    start: async () => {
      running = await launch(program, port);
    },
    async stop() {
      if (running.guardian.exitCode !== null) return;
      const gone = once(running.guardian, "exit");
      running.guardian.stdin.end();
      await gone;
    },
  };
}

async function launch(program: string, port: number) {
  const folder = mkdtempSync(join(tmpdir(), "paintbox-redis-"));
  const pidFile = join(folder, "redis.pid");
  const place = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  const options = [...place, "--pidfile", pidFile, "--requirepass", REDIS_PASSWORD];
  const user = [String(process.getuid?.() ?? 0), String(process.getgid?.() ?? 0)];
  const guardian = spawn(
    process.execPath,
    [GUARDIAN, folder, ...user, "SIGTERM", program, ...options],
    { stdio: ["pipe", "ignore", "ignore"] },
  );
  while (guardian.exitCode === null && !(await takesConnections(port)))
    await new Promise((resolve) => setTimeout(resolve, 30));
  if (guardian.exitCode !== null) throw new Error("the tests' Redis did not start");
  return { guardian, pid: () => Number(readFileSync(pidFile, "utf8")) };
}

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
