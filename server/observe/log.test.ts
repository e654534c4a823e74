import { expect, test } from "vitest";
import { createLog, errorFields } from "./log.ts";

test("an event is one line of JSON, errors on their own output", () => {
  const info: string[] = [];
  const error: string[] = [];
  const log = createLog(
    { info: { write: (line) => info.push(line) }, error: { write: (line) => error.push(line) } },
    () => 0,
  );
  log.info("started", { port: 8080 });
  log.error("failed", errorFields(Object.assign(new TypeError("two\nlines"), { code: "E1" })));
  expect(info).toEqual([
    '{"at":"1970-01-01T00:00:00.000Z","level":"info","event":"started","port":8080}\n',
  ]);
  expect(error).toHaveLength(1);
  expect(error[0]?.trimEnd()).not.toContain("\n");
  expect(JSON.parse(error[0] ?? "")).toMatchObject({
    level: "error",
    error: "TypeError",
    code: "E1",
  });
});
