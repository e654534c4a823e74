import { expect, test, vi } from "vitest";
import { startNode, untilAnswers } from "./child.ts";
import { freePort, isFree } from "./ports.ts";
import { supervise } from "./supervise.ts";

const LISTENS =
  "const s = require('node:http').createServer((q, r) => r.end('ok')).listen(process.env.PORT);" +
  "process.on('SIGTERM', () => { s.closeAllConnections(); s.close(); });";

test("a child that dies by itself takes the others with it, and the exit code is 1", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const port = String(await freePort(0, "127.0.0.1"));
  const steady = startNode("steady", ["-e", LISTENS], { PORT: port });
  expect(await untilAnswers(`http://127.0.0.1:${port}`, steady)).toBe(true);
  const doomed = startNode("doomed", ["-e", "process.exit(3)"], {});
  expect(await supervise([doomed, steady]).wait()).toBe(1);
  expect(said).toHaveBeenCalledWith("The doomed ended unexpectedly (code 3). Stopping.");
  expect(await steady.ended).toEqual({ code: 0, signal: null });
});

test("asked to stop, the children finish and the exit code is 0", async () => {
  const port = String(await freePort(0, "127.0.0.1"));
  const child = startNode("server", ["-e", LISTENS], { PORT: port });
  const together = supervise([child]);
  expect(await untilAnswers(`http://127.0.0.1:${port}`, child)).toBe(true);
  process.emit("SIGTERM");
  expect(await together.wait()).toBe(0);
  expect(await child.ended).toEqual({ code: 0, signal: null });
});

test("a child does not outlive the one who started it, even when that is killed", async () => {
  const port = await freePort(0, "127.0.0.1");
  const parentCode =
    `import { startNode } from ${JSON.stringify(new URL("child.ts", import.meta.url).href)};` +
    `startNode("server", ["-e", ${JSON.stringify(LISTENS)}], { PORT: "${port}" });`;
  const parent = startNode("parent", ["--input-type=module", "-e", parentCode], {});
  expect(await untilAnswers(`http://127.0.0.1:${port}`, parent)).toBe(true);
  parent.process.kill("SIGKILL");
  await vi.waitUntil(() => isFree(port, "127.0.0.1"), { timeout: 10_000 });
});

test("waiting for a program that never starts ends when it does", async () => {
  const child = startNode("broken", ["-e", "process.exit(1)"], {});
  expect(await untilAnswers("http://127.0.0.1:9/", child)).toBe(false);
});

test("a taken port is seen, and another is found", async () => {
  const port = await freePort(0, "127.0.0.1");
  expect(await isFree(port, "127.0.0.1")).toBe(true);
  const child = startNode("server", ["-e", LISTENS], { PORT: String(port) });
  expect(await untilAnswers(`http://127.0.0.1:${port}`, child)).toBe(true);
  expect(await isFree(port, "127.0.0.1")).toBe(false);
  expect(await freePort(port, "127.0.0.1")).not.toBe(port);
  await child.stop();
});
