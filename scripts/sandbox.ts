import { LaunchError, startSandbox } from "./lib/launch.ts";
import { planFrom } from "./lib/plan.ts";
import { supervise } from "./lib/supervise.ts";

/** `npm run sandbox`: the Salesforce sandbox alone, from source, and how to point a server at it. */
const { sandbox } = planFrom({
  PORT: process.env["PORT"],
  DATA_DIR: process.env["DATA_DIR"],
  SANDBOX_HOST: process.env["SANDBOX_HOST"],
  SANDBOX_PORT: process.env["SANDBOX_PORT"],
});
if (sandbox === undefined) throw new LaunchError("No sandbox is planned.");
const running = await startSandbox(sandbox, ["server/sandbox/salesforce/main.ts"]);
console.log(`The Salesforce sandbox listens on ${running.url}. A server finds it with:`);
for (const [name, value] of Object.entries(running.environment)) console.log(`  ${name}=${value}`);
process.exitCode = await supervise([running.child]).wait();
