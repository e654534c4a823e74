import { parentPort } from "node:worker_threads";
import { type FuzzChunk, fuzzChunk } from "./fuzz-chunk.ts";
import { fuzzRoutes } from "./route-chunk.ts";

/** Fuzzes the chunks that it is sent, one after the other. */
parentPort?.on("message", (chunk: FuzzChunk) => {
  void (chunk.of === "routes" ? fuzzRoutes(chunk) : fuzzChunk(chunk)).then((result) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    parentPort?.postMessage(result),
  );
});
