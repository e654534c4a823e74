/**
 * Structured logs: one JSON line an event. Two levels: `info` says what happened, `error` asks a developer
 * to look. No personal data: ids, codes and counts, never names, addresses, notes or tokens.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LogOutput {
  write(line: string): unknown;
}

/**
 * @param outputs where lines go: the process writes `info` to stdout and `error` to stderr.
 * @param now Unix milliseconds.
 */
export function createLog(
  outputs: { readonly info: LogOutput; readonly error: LogOutput },
  now: () => number,
): Log {
  const line =
    (level: "info" | "error") =>
    (event: string, fields: LogFields = {}) => {
      const at = new Date(now()).toISOString();
      outputs[level].write(`${JSON.stringify({ at, level, event, ...fields })}\n`);
    };
  return { info: line("info"), error: line("error") };
}

/** A log that keeps nothing, for tests and benches. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };

/** What of an unexpected error is worth a log line; never shown to a person. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = "code" in error ? error.code : undefined;
  return {
    error: error.name,
    code: typeof code === "string" ? code : undefined,
    message: error.message,
    stack: error.stack,
  };
}
