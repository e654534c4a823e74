import { join } from "node:path";
import { type Child, startNode, untilAnswers } from "./child.ts";
import { DIST } from "./paths.ts";
import {
  companyCamEnvironment,
  companyCamSandboxEnvironment,
  localOrigin,
  type Plan,
  type SandboxPlan,
  salesforceEnvironment,
  sandboxEnvironment,
} from "./plan.ts";
import { freePort } from "./ports.ts";
import { sandboxKeys } from "./sandbox-keys.ts";

/**
 * As in the Dockerfile. Left to itself V8 lets what was made a moment ago fill 128 MB before it looks for what is still in
 * use; a server of requests needs a tenth of that, and takes a little more of the processor (bench `memory`). Megabytes.
 */
export const YOUNG_GENERATION = ["--max-semi-space-size=4"] as const;

/** What to hand to Node for each of the programs, once they are built. */
export const BUILT = {
  server: [...YOUNG_GENERATION, join(DIST, "server/main.js")],
  sandbox: [join(DIST, "server/salesforce-sandbox.js")],
  companyCam: [join(DIST, "server/companycam-sandbox.js")],
};

/**
 * As in the Dockerfile: glibc gives memory back that was freed. Left to itself it learns to keep blocks of up to 32 MB, and
 * after a burst of large bodies the process stays as large as it was: a server that counts its resident size
 * (docs/observability.md, Memory) would turn requests away for memory that nobody holds. Two arenas are enough for one
 * thread that answers and four that compress.
 */
export const ALLOCATOR = { MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_ARENA_MAX: "2" } as const;

export interface RunningSandbox {
  readonly child: Child;
  readonly url: string;
  /** The variables with which a server finds it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A program that did not come up; the sentence says which, and its own output says why. */
export class LaunchError extends Error {
  override readonly name = "LaunchError";
}

/** Starts the Salesforce sandbox, on another port if the wanted one is taken, and waits until it answers. */
export async function startSandbox(
  plan: SandboxPlan,
  program: readonly string[],
): Promise<RunningSandbox> {
  const url = await placeFor("Salesforce sandbox", plan);
  const access = { url, ...(await sandboxKeys(plan.dataDir)) };
  const child = startNode("Salesforce sandbox", program, sandboxEnvironment(plan, access));
  await ready(child, `${url}/.well-known/openid-configuration`);
  return { child, url, environment: salesforceEnvironment(access) };
}

/** Starts the CompanyCam sandbox, on another port if the wanted one is taken, and waits until it answers. */
export async function startCompanyCam(
  plan: SandboxPlan,
  program: readonly string[],
): Promise<RunningSandbox> {
  const url = await placeFor("CompanyCam sandbox", plan);
  const child = startNode("CompanyCam sandbox", program, companyCamSandboxEnvironment(plan, url));
  await ready(child, `${url}/__sandbox__/state`);
  return { child, url, environment: companyCamEnvironment(url) };
}

async function placeFor(name: string, plan: SandboxPlan): Promise<string> {
  const port = await freePort(plan.port, plan.host);
  if (port !== plan.port)
    console.log(`Port ${plan.port} is taken: the ${name} listens on ${port} instead.`);
  return localOrigin(plan.host, port);
}

/** Starts the server and waits until it answers for its health. `output`: as `startNode` takes it. */
export async function startServer(
  plan: Plan,
  program: readonly string[],
  services: Readonly<Record<string, string | undefined>>,
  output?: number,
): Promise<Child> {
  const environment = {
    HOST: plan.host,
    PORT: String(plan.port),
    PUBLIC_URL: plan.address,
    ...ALLOCATOR,
    ...services,
  };
  const child = startNode("Paintbox server", program, environment, output);
  await ready(child, `${localOrigin(plan.host, plan.port)}/api/health`);
  return child;
}

async function ready(child: Child, url: string): Promise<void> {
  if (await untilAnswers(url, child)) return;
  await child.stop();
  throw new LaunchError(`The ${child.name} did not start. What it said is above.`);
}
