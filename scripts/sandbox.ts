import { LaunchError, startCompanyCam, startSandbox } from "./lib/launch.ts";
import { planFrom } from "./lib/plan.ts";
import { supervise } from "./lib/supervise.ts";

/** `npm run sandbox`: the sandboxes alone, from source, and how to point a server at them. */
const { sandbox, companyCam } = planFrom({
  PORT: process.env["PORT"],
  DATA_DIR: process.env["DATA_DIR"],
  SANDBOX_HOST: process.env["SANDBOX_HOST"],
  SANDBOX_PORT: process.env["SANDBOX_PORT"],
  COMPANYCAM_SANDBOX_PORT: process.env["COMPANYCAM_SANDBOX_PORT"],
});
if (sandbox === undefined || companyCam === undefined)
  throw new LaunchError("No sandbox is planned.");
const running = [
  await startSandbox(sandbox, ["server/sandbox/salesforce/main.ts"]),
  await startCompanyCam(companyCam, ["server/sandbox/companycam/main.ts"]),
];
for (const { child, url, environment } of running) {
  console.log(`The ${child.name} listens on ${url}. A server finds it with:`);
  for (const [name, value] of Object.entries(environment)) console.log(`  ${name}=${value}`);
}
process.exitCode = await supervise(running.map(({ child }) => child)).wait();
