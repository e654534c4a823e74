import { type Child, startNode, untilAnswers } from "./lib/child.ts";
import { startCompanyCam, startSandbox, startServer } from "./lib/launch.ts";
import { planFrom } from "./lib/plan.ts";
import { freePort } from "./lib/ports.ts";
import { supervise } from "./lib/supervise.ts";

/**
 * `npm run dev`: everything from source. Vite has the address that is opened and hands /api/ on to
 * the server, which restarts when one of its files changes. There is no service worker here.
 */
const plan = planFrom(process.env);
const apiPort = await freePort(plan.port + 3, "127.0.0.1");
const api = { ...plan, host: "127.0.0.1", port: apiPort };

const children: Child[] = [];
const together = supervise(children);
try {
  const sandbox =
    plan.sandbox &&
    (await startSandbox(plan.sandbox, ["--watch", "server/sandbox/salesforce/main.ts"]));
  if (sandbox) children.push(sandbox.child);
  const companyCam =
    plan.companyCam &&
    (await startCompanyCam(plan.companyCam, ["--watch", "server/sandbox/companycam/main.ts"]));
  if (companyCam) children.push(companyCam.child);
  const server = ["--watch", "server/main.ts"];
  const services = { ...sandbox?.environment, ...companyCam?.environment };
  children.unshift(await startServer(api, server, services));
  const vite = ["node_modules/vite/bin/vite.js", "--host", plan.host, "--port", String(plan.port)];
  const client = startNode("Vite server", vite, { PAINTBOX_API: `http://127.0.0.1:${apiPort}` });
  children.unshift(client);
  if (await untilAnswers(plan.address, client)) {
    console.log(`\n  Paintbox, live from source:  ${plan.address}`);
    if (sandbox) console.log(`  Salesforce sandbox:          ${sandbox.url}`);
    if (companyCam) console.log(`  CompanyCam sandbox:          ${companyCam.url}\n`);
  }
  process.exitCode = await together.wait();
} finally {
  await together.stopAll();
}
