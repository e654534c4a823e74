import type { Plugin } from "vite";

const ID = "\0lean-http.cjs";

/**
 * Takes `node:http` the way `require` does. As an ES module it hands out all of its names at once, among them the
 * `WebSocket` that Node reads in lazily together with the whole of undici: some 25 ms of a start (bench `cold-start`).
 */
export const leanHttp = (): Plugin => ({
  name: "lean-http",
  enforce: "pre",
  resolveId: (id) => (id === "node:http" || id === "http" ? ID : null),
  load: (id) => (id === ID ? `module.exports = process.getBuiltinModule("node:http");` : null),
});
