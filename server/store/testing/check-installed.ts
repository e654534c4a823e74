import { findInstalled } from "./installed.ts";

/**
 * Before the tests: says in one line which stores cannot be tested here. A check of the repository has to
 * install them (.ci/run).
 */
export function setup(): void {
  const { postgres, pgbouncer } = findInstalled();
  const missing = [
    ...(postgres === null ? ["Postgres"] : []),
    ...(pgbouncer === null ? ["PgBouncer"] : []),
  ];
  if (missing.length === 0) return;
  const kinds = postgres === null ? 1 : 2;
  const sentence = `${missing.join(" and ")} not installed: the store is tested on ${kinds} of its 3 kinds.`;
  if ((process.env["CI"] ?? "") !== "") throw new Error(sentence);
  process.stdout.write(`${sentence}\n`);
}
