import { parentPort, workerData } from "node:worker_threads";
import { loadWith } from "./load-changed.ts";
import { mutants } from "./mutants.ts";
import type { Answer, Order } from "./orders.ts";

/** Plays histories in a thread of its own: `pool.ts` says which, and with which mutant of the code. */
const mutant = mutants.find(({ name }) => name === workerData);
if (mutant) loadWith(mutant.replacements);
// Stacks of errors that nobody reads take a tenth of the time.
Error.stackTraceLimit = 0;

await import("./take-over.ts");
const { createPlayer } = await import("./player.ts");
const play = await createPlayer();

parentPort?.on("message", (order: Order) => {
  void play(order).then((answer: Answer) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(answer);
  });
});
