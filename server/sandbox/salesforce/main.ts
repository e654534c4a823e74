/**
 * Runs the sandbox as a process of its own. Settings come from the environment:
 * SANDBOX_HOST, SANDBOX_PORT (0 takes any free port), SANDBOX_DATA_DIR, SANDBOX_JWT_CLIENT_ID,
 * SANDBOX_JWT_PUBLIC_KEY_FILE, SANDBOX_OIDC_CLIENT_ID, SANDBOX_REDIRECT_URIS (comma-separated,
 * besides loopback addresses).
 */
import { readFileSync } from "node:fs";

import { serve } from "@hono/node-server";

import { createSalesforceSandbox } from "./sandbox.ts";

const { env } = process;

function required(name: string): string {
  const value = env[name];
  if (value) return value;
  process.stderr.write(
    `salesforce sandbox: ${name} is not set. Set it and start again; nothing was changed.\n`,
  );
  process.exit(1);
}

const hostname = env["SANDBOX_HOST"] ?? "127.0.0.1";
const sandbox = createSalesforceSandbox({
  dataDir: env["SANDBOX_DATA_DIR"] ?? "./.data/salesforce-sandbox",
  jwtClientId: required("SANDBOX_JWT_CLIENT_ID"),
  jwtPublicKeyPem: readFileSync(required("SANDBOX_JWT_PUBLIC_KEY_FILE"), "utf8"),
  oidcClientId: required("SANDBOX_OIDC_CLIENT_ID"),
  redirectUris: env["SANDBOX_REDIRECT_URIS"]?.split(",").map((uri) => uri.trim()),
});

const server = serve(
  { fetch: sandbox.fetch, hostname, port: Number(env["SANDBOX_PORT"] ?? 8081) },
  ({ port }) => {
    process.stdout.write(`salesforce sandbox: http://${hostname}:${port}\n`);
  },
);

server.on("error", (error) => {
  process.stderr.write(
    `salesforce sandbox: cannot listen (${error.message}). Set SANDBOX_PORT to a free port; nothing was changed.\n`,
  );
  process.exit(1);
});

function stop(): void {
  server.close(() => {
    sandbox.close();
    process.exit(0);
  });
  // Keep-alive connections would hold the server open; requests in flight may still finish.
  if ("closeIdleConnections" in server) server.closeIdleConnections();
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
