import { findRedis } from "./redis-server.ts";

/** Before the tests: says in one line when there is no Redis to test with. A check of the repository installs it. */
export function setup(): void {
  if (findRedis() !== null) return;
  const sentence = "Redis is not installed: what goes through it is not tested.";
  if ((process.env["CI"] ?? "") !== "") throw new Error(sentence);
  process.stdout.write(`${sentence}\n`);
}
