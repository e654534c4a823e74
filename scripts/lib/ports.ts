import { createServer } from "node:net";

/** Whether something of ours could listen there now. */
export async function isFree(port: number, host: string): Promise<boolean> {
  const listening = await listen(port, host);
  listening?.close();
  return listening !== undefined;
}

/** The wanted port when it is free, otherwise, or for 0, one that the system picks. */
export async function freePort(wanted: number, host: string): Promise<number> {
  if (wanted !== 0 && (await isFree(wanted, host))) return wanted;
  const listening = await listen(0, host);
  if (listening === undefined) throw new Error(`No port is free on ${host}`);
  listening.close();
  return listening.port;
}

interface Listening {
  readonly port: number;
  readonly close: () => void;
}

function listen(port: number, host: string): Promise<Listening | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const at = typeof address === "object" && address !== null ? address.port : port;
      resolve({ port: at, close: () => server.close() });
    });
  });
}
