/** Work that repeats: never twice at the same time, sooner when woken, and finished before `stop` resolves. */
export interface Loop {
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Runs `work` at once and then again after the milliseconds it answers. A `wake` during the work makes it
 * run once more right after.
 *
 * @param work must not throw: what can fail outside is a value, and a bug is the caller's to log.
 */
export function startLoop(work: () => Promise<number>): Loop {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let woken = false;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    woken = false;
    const delay = await work();
    running = null;
    if (!stopped) timer = setTimeout(start, woken ? 0 : delay);
  };
  const start = (): void => {
    clearTimeout(timer);
    running = run();
  };
  start();
  return {
    wake() {
      if (stopped) return;
      woken = true;
      if (!running) start();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
