/**
 * Lets a process go on when whoever read its output has gone (`| head`, a log collector that ended): what it says then
 * is lost, what it does is not. Without this the first write to a closed pipe ends it with a stack trace.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
