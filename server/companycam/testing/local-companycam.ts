import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { UpstreamCache } from "../../cache/upstream-cache.ts";
import { silentLog } from "../../observe/log.ts";
import type { Store } from "../../store/store.ts";
import { type CompanyCamConnection, connectCompanyCam } from "../connect.ts";
import type { CompanyCamAccess, CompanyCamConfig } from "../settings.ts";

/** A CompanyCam on a loopback port, and our real client against it. The test brings the CompanyCam. */

export const TOKEN = "personal-token";

type Fetch = Parameters<typeof serve>[0]["fetch"];

export interface LocalCompanyCam {
  readonly url: string;
  config(api?: "v2" | "v1", access?: CompanyCamAccess): CompanyCamConfig;
  /** A client with delays short enough for a test. */
  connect(
    store: Store,
    options?: { api?: "v2" | "v1"; clock?: { now(): number }; access?: CompanyCamAccess },
  ): CompanyCamConnection;
  /** How many requests of a method came in whose path ends like that. */
  readonly requests: (method: string, pathEnd: string) => number;
  /** What was asked with which authorization, oldest first. */
  readonly seen: readonly { method: string; path: string; authorization: string | null }[];
  close(): Promise<void>;
}

/** @param onAnswer called with each request when its work is done, before it is answered. */
export async function serveCompanyCam(
  fetch: Fetch,
  onAnswer: (method: string, path: string) => Promise<void> = () => Promise.resolve(),
): Promise<LocalCompanyCam> {
  const seen: { method: string; path: string; authorization: string | null }[] = [];
  const server = serve({
    fetch: async (request, env) => {
      const { pathname: path } = new URL(request.url);
      const { method } = request;
      seen.push({ method, path, authorization: request.headers.get("authorization") });
      const response = await fetch(request, env);
      await onAnswer(method, path);
      return response;
    },
    hostname: "127.0.0.1",
    port: 0,
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const connections: CompanyCamConnection[] = [];
  const config: LocalCompanyCam["config"] = (
    api = "v2",
    access = { by: "token", token: TOKEN },
  ) => ({ api, apiUrl: url, oauthUrl: url, access, webhooks: false });
  return {
    url,
    config,
    seen,
    connect(store, { api, clock = { now: () => Date.now() }, access } = {}) {
      const parts = { store, clock, log: silentLog, redis: null, firstDelayMs: 1 };
      const connection = connectCompanyCam(config(api, access), parts);
      connections.push(connection);
      return connection;
    },
    requests: (method, pathEnd) =>
      seen.filter((each) => each.method === method && each.path.endsWith(pathEnd)).length,
    close: async () => {
      for (const connection of connections) connection.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const testCache = (clock: { now(): number }): UpstreamCache =>
  new UpstreamCache({ clock, log: silentLog, redis: null });
