import {
  type BookFileMessage,
  type BookFileRequest,
  readBookFile,
} from "../../shared/pricing/sheets/read-book-file.ts";

/** Reads workbooks beside the screen, which goes on hearing taps. One request, some steps, one answer. */
const say = (message: BookFileMessage): void => {
  // A worker talks to whoever started it, and has no other to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(message);
};

self.addEventListener("message", ({ data }: MessageEvent<BookFileRequest>) => {
  const reading = readBookFile(data, (step) => say({ step }));
  // Whoever started the worker hears of an error, but not of a promise that nobody waits for.
  reading.then((file) => say({ file })).catch(reportError);
});
