import { mkdirSync, openSync } from "node:fs";
import { join, relative } from "node:path";
import { buildAll } from "./build.ts";
import type { Child } from "./lib/child.ts";
import { BUILT, LaunchError, startCompanyCam, startSandbox, startServer } from "./lib/launch.ts";
import { dataDirFrom, type Plan, planFrom } from "./lib/plan.ts";
import { isFree } from "./lib/ports.ts";
import { supervise } from "./lib/supervise.ts";

/** `npm start`: build if needed, a Salesforce and a CompanyCam to talk to, the server, and the address to open. */
async function start(plan: Plan): Promise<void> {
  if (!(await isFree(plan.port, plan.host))) {
    throw new LaunchError(
      `Port ${plan.port} is in use already. Stop what listens there, or choose another: PORT=8090 npm start`,
    );
  }
  await buildAll();
  const children: Child[] = [];
  const done = supervise(children);
  try {
    const sandbox = plan.sandbox && (await startSandbox(plan.sandbox, BUILT.sandbox));
    if (sandbox) children.push(sandbox.child);
    const companyCam =
      plan.companyCam && (await startCompanyCam(plan.companyCam, BUILT.companyCam));
    if (companyCam) children.push(companyCam.child);
    const log = openLog();
    const services = { ...sandbox?.environment, ...companyCam?.environment };
    const server = await startServer(plan, BUILT.server, services, log?.file);
    children.unshift(server);
    console.log(welcome(plan, sandbox?.url, companyCam?.url, log?.path));
    process.exitCode = await done.wait();
  } catch (error) {
    await done.stopAll();
    throw error;
  }
}

/** In a terminal a person wants to keep the address in sight; whoever collects our output gets every line. */
function openLog(): { readonly path: string; readonly file: number } | undefined {
  if (!process.stdout.isTTY) return undefined;
  const directory = dataDirFrom(process.env);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "server.log");
  return { path, file: openSync(path, "w") };
}

function welcome(
  plan: Plan,
  sandbox: string | undefined,
  companyCam: string | undefined,
  log: string | undefined,
): string {
  const lines = ["", `  Paintbox is ready:    ${plan.address}`];
  if (sandbox !== undefined) {
    lines.push(
      `  Salesforce sandbox:   ${sandbox}  (see there what arrives)`,
      "  Sign in as:           Erin Vega, the estimator, or Marcus Hale, the manager; no password",
    );
  }
  if (companyCam !== undefined) lines.push(`  CompanyCam sandbox:   ${companyCam}`);
  if (log !== undefined) lines.push(`  The server's log:     ${relative(".", log)}`);
  return [...lines, "  Stop with Ctrl-C.", ""].join("\n");
}

try {
  await start(planFrom(process.env));
} catch (error) {
  if (!(error instanceof LaunchError || error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
