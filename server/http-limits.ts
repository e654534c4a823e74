import type { Server, ServerOptions } from "node:http";

/**
 * What one connection may take of this server, said in one place. Bodies have their own limits by route
 * (routes/read-body.ts).
 */
export interface HttpLimits {
  /** Until the last byte of a request's head. Milliseconds. */
  readonly headersMs: number;
  /** Until the last byte of its body. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly keepAliveMs: number;
  /** How often Node looks for those that take longer. */
  readonly checkMs: number;
  /** Of a request's line and headers together; more is answered with 431. */
  readonly headerBytes: number;
  readonly headerCount: number;
  readonly connections: number;
}

export const httpLimits: HttpLimits = {
  // A head is one packet or two. Whoever drips it in wants to hold the connection, not an answer. Cut 15 to 20 s after its
  // beginning, by when Node looks: 200 dripping connections were all gone after 20.1 s.
  headersMs: 15_000,
  // A photo of 25 MB over 1 Mbit/s takes 200 s.
  requestMs: 300_000,
  // Longer than proxies keep an idle connection to us, 60 s at nginx and AWS: whoever closes first must not be the one
  // to whom the other may just have sent a request.
  keepAliveMs: 75_000,
  checkMs: 5000,
  // Our longest address takes 300 bytes, our cookies as much; other cookies of the domain and a proxy's headers go on top.
  headerBytes: 16 * 1024,
  headerCount: 100,
  // 500 tablets with a stream and a request each, four times over; some 10 KB each when idle.
  connections: 4000,
};

/** As the constructor of Node's server takes them. */
export const serverOptions = (limits: HttpLimits): ServerOptions => ({
  headersTimeout: limits.headersMs,
  requestTimeout: limits.requestMs,
  keepAliveTimeout: limits.keepAliveMs,
  connectionsCheckingInterval: limits.checkMs,
  maxHeaderSize: limits.headerBytes,
});

/** What can only be said to a server that is there. */
export function limitConnections(server: Server, limits: HttpLimits): void {
  server.maxHeadersCount = limits.headerCount;
  server.maxConnections = limits.connections;
}
