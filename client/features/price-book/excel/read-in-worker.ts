import type {
  BookFile,
  BookFileMessage,
  BookFileRequest,
  ReadingStep,
} from "../../../../shared/pricing/sheets/read-book-file.ts";

/** Reads a workbook beside the screen. Rejects when the worker cannot be had or falls over. */
export function readInWorker(
  request: BookFileRequest,
  onStep: (step: ReadingStep) => void,
  signal: AbortSignal,
): Promise<BookFile> {
  return new Promise((resolve, reject) => {
    // Vite makes a file of a worker only where its address stands inside the call.
    const worker = new Worker(new URL("../../../workers/read-book-file.ts", import.meta.url), {
      type: "module",
    });
    const end = (): void => worker.terminate();
    signal.addEventListener("abort", end, { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<BookFileMessage>) => {
      if ("step" in data) return onStep(data.step);
      end();
      resolve(data.file);
    });
    worker.addEventListener("error", (event) => {
      end();
      reject(new Error(event.message));
    });
    // A worker is of one's own origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(request);
  });
}
