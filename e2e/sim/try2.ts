import "./take-over.ts";
import { DatabaseSync } from "node:sqlite";
import { planOf } from "./actions.ts";
import { History } from "./history.ts";
import { makeTemplate } from "./template.ts";
await new Promise((r) => setTimeout(r, 20));
Error.stackTraceLimit=0;
const database = new DatabaseSync(":memory:");
const template = await makeTemplate(database);
for (const keep of (process.argv[2]??"0,5,10,1000").split(",").map(Number)) {
  for (let seed=1;seed<60;seed++) await History.run({...planOf(seed), steps: planOf(seed).steps.slice(0,keep)}, template, database);
  const cpu0=process.cpuUsage(); let turns=0,ex=0;
  for (let seed=1;seed<100;seed++) { const o=await History.run({...planOf(seed), steps: planOf(seed).steps.slice(0,keep)}, template, database); turns+=o.turns; ex+=o.exchanges; }
  const c=process.cpuUsage(cpu0); console.log(keep, "cpu ms/history", (c.user+c.system)/1000/99, "turns", turns/99, "exchanges", ex/99);
}
