import { runTool } from "./lib/run.ts";

/** `npm run format [path]` */
const paths = process.argv.slice(2);
process.exitCode = await runTool("oxfmt/bin/oxfmt", [
  "--write",
  ...(paths.length > 0 ? paths : ["."]),
]);
