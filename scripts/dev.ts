import { join } from "node:path";
import { createServer } from "vite";
import type { Child } from "./lib/child.ts";
import { startSandbox, startServer } from "./lib/launch.ts";
import { ROOT } from "./lib/paths.ts";
import { planFrom } from "./lib/plan.ts";
import { freePort } from "./lib/ports.ts";
import { supervise } from "./lib/supervise.ts";

/**
 * `npm run dev`: everything from source. Vite has the address that is opened and hands /api/ on to
 * the server, which restarts when one of its files changes. There is no service worker here.
 */
const plan = planFrom(process.env);
const apiPort = await freePort(plan.port + 2, "127.0.0.1");
process.env["PAINTBOX_API"] = `http://127.0.0.1:${apiPort}`;

const children: Child[] = [];
const together = supervise(children);
const sandbox =
  plan.sandbox &&
  (await startSandbox(plan.sandbox, ["--watch", "server/sandbox/salesforce/main.ts"]));
if (sandbox) children.push(sandbox.child);
const api = { ...plan, host: "127.0.0.1", port: apiPort };
children.unshift(await startServer(api, ["--watch", "server/main.ts"], sandbox?.environment ?? {}));
const vite = await createServer({
  configFile: join(ROOT, "vite.config.ts"),
  root: join(ROOT, "client"),
  server: { host: plan.host, port: plan.port },
});
await vite.listen();
console.log(`\n  Paintbox, live from source:  ${plan.address}`);
if (sandbox) console.log(`  Salesforce sandbox:          ${sandbox.url}\n`);
process.exitCode = await together.wait();
await vite.close();
