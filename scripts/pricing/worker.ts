import { parentPort } from "node:worker_threads";
import { type Chunk, compareChunk } from "./chunk.ts";

/** Compares the chunks that it is sent, one after the other. */
parentPort?.on("message", (chunk: Chunk) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(compareChunk(chunk));
});
