/**
 * Runs the sandbox as a process of its own. Settings come from the environment: SANDBOX_HOST, SANDBOX_PORT (0 takes
 * any free port), SANDBOX_DATA_DIR, SANDBOX_TOKEN.
 */
import { serve } from "@hono/node-server";
import { createCompanyCamSandbox } from "./sandbox.ts";

const { env } = process;
const personalToken = env["SANDBOX_TOKEN"] ?? "";
if (personalToken === "") {
  process.stderr.write(
    "companycam sandbox: SANDBOX_TOKEN is not set. Set it and start again; nothing was changed.\n",
  );
  process.exit(1);
}

const hostname = env["SANDBOX_HOST"] ?? "127.0.0.1";
const sandbox = createCompanyCamSandbox({
  dataDir: env["SANDBOX_DATA_DIR"] ?? "./.data/companycam-sandbox",
  personalToken,
});

const server = serve(
  { fetch: sandbox.fetch, hostname, port: Number(env["SANDBOX_PORT"] ?? 8082) },
  ({ port }) => {
    process.stdout.write(`companycam sandbox: http://${hostname}:${port}\n`);
  },
);

server.on("error", (error) => {
  process.stderr.write(
    `companycam sandbox: cannot listen (${error.message}). Set SANDBOX_PORT to a free port; nothing was changed.\n`,
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
