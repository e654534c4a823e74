import type { Server } from "node:http";

/** How long requests in flight may take; below the 10 s that platforms wait before they kill. */
const IN_FLIGHT_MS = 8000;

/**
 * Stops a server: no new connections, requests in flight finish, whatever is open after that is cut.
 *
 * @param endStreams ends the answers that would never end by themselves.
 */
export async function closeServer(server: Server, endStreams: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  endStreams();
  // Connections kept alive for a next request turn idle one by one, as their last answers end.
  const closeIdle = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), IN_FLIGHT_MS);
  await closed;
  clearInterval(closeIdle);
  clearTimeout(cut);
}
