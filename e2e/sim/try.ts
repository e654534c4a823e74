import "./take-over.ts";
import { DatabaseSync } from "node:sqlite";
import { planOf } from "./actions.ts";
import { History } from "./history.ts";
import { makeTemplate } from "./template.ts";
const verbose_ = process.argv[4];
await new Promise((r) => setTimeout(r, 20));
Error.stackTraceLimit = verbose_ ? 20 : 0;
const database = new DatabaseSync(":memory:");
const template = await makeTemplate(database);
console.log("template", template.rev, template.server.length);
const [from, to, verbose] = process.argv.slice(2).map(Number);
const cpu0=process.cpuUsage(); const began = performance.now();
let bad = 0, turns=0, m=0;
for (let seed = from; seed < to; seed++) {
  const outcome = await History.run(planOf(seed), template, database);
  m += outcome.mutations; turns += outcome.turns;
  if (outcome.violations.length) { bad++; if (bad <= 3 || verbose) { console.log(seed, outcome.violations.slice(0, 4), outcome.story.slice(-40).join("\n")); } }
  if (verbose===2) console.log(outcome.digest, outcome.story.join("\n"));
}
const c=process.cpuUsage(cpu0); console.log("cpu ms/history", (c.user+c.system)/1000/(to-from)); console.log(bad, "bad", (performance.now() - began) / (to - from), "ms", m, turns);
