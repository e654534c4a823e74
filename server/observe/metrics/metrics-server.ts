import { createServer } from "node:http";
import { METRICS_TYPE } from "../../routes/metrics.ts";

/** Prometheus, a second one, and somebody with a browser. */
const MAX_CONNECTIONS = 16;
const HEADERS_TIMEOUT_MS = 5000;

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers `GET /metrics` on a port of its own, which no proxy leads to: metrics tell of the business, and whoever reads
 * them there is not asked who they are.
 *
 * @param text null while nobody counts yet: 503.
 * @throws the system's error when the address is taken or not ours.
 */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  text: () => Promise<string | null>,
): Promise<MetricsServer> {
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: HEADERS_TIMEOUT_MS },
    (request, response) => {
      const isAsked = request.url === "/metrics" && /^(GET|HEAD)$/.test(request.method ?? "");
      if (!isAsked) return void response.writeHead(404).end();
      void text().then(
        (body) =>
          body === null
            ? response.writeHead(503, { "retry-after": "1" }).end()
            : response.writeHead(200, { "content-type": METRICS_TYPE }).end(body),
        () => response.writeHead(500).end(),
      );
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
