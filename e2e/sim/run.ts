import { parseArgs } from "node:util";
import { mutants } from "./mutants.ts";
import { type Failure } from "./orders.ts";
import { playAll, type Total } from "./pool.ts";

/**
 * `npm run sim -- --histories 5000 --seed 1`: plays the histories of these seeds and says what must never happen and
 * did, with a short story (docs/simulation.md). `--mutants` plays them with each mutant until it is seen.
 */
const { values } = parseArgs({
  options: {
    histories: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: "2" },
    mutants: { type: "boolean", default: false },
    mutant: { type: "string" },
  },
});

const [histories, from, threads] = [values.histories, values.seed, values.threads].map(Number);
if (!histories || from === undefined || !threads) throw new RangeError("whole numbers, please");

const begun = performance.now();
const seconds = (): number => (performance.now() - begun) / 1000;
const thousands = (count: number): string => count.toLocaleString("en-US");
/** Histories between two lines that say how far it has come. */
const STRIDE = 500;

function printFailure({ seed, violations, story }: Failure): void {
  console.log(`\nSeed ${seed}:`);
  for (const line of story) console.log(`  ${line}`);
  for (const { invariant, what } of violations.slice(0, 5)) console.log(`  ${invariant}: ${what}`);
  console.log(`Look again: npm run sim -- --histories 1 --seed ${seed}`);
}

const printProgress = ({ histories: done, failures }: Total): void => {
  if (done % STRIDE < 25)
    console.log(`${thousands(done)} histories, ${failures.length} failed, ${seconds().toFixed(0)} s`);
};

async function runHistories(): Promise<boolean> {
  const total = await playAll({
    from: from ?? 1,
    histories: histories ?? 0,
    threads: threads ?? 1,
    mutant: values.mutant,
    shorten: true,
    onProgress: printProgress,
  });
  console.log("\nWhat went wrong on the way:");
  for (const [kind, count] of [...total.faults].toSorted())
    console.log(`${thousands(count).padStart(9)}  ${kind}`);
  for (const failure of total.failures) printFailure(failure);
  console.log(
    `\n${thousands(total.histories)} histories, ${thousands(total.mutations)} mutations saved, ` +
      `${total.failures.length} with violations, ${seconds().toFixed(0)} s, ` +
      `${(total.histories / seconds()).toFixed(1)} histories/s`,
  );
  return total.failures.length === 0;
}

async function runMutants(): Promise<boolean> {
  let survivors = 0;
  for (const { name } of mutants) {
    const total = await playAll({
      from: from ?? 1,
      histories: histories ?? 0,
      threads: threads ?? 1,
      mutant: name,
    });
    const [failure] = total.failures;
    const invariants = new Set(failure?.violations.map(({ invariant }) => invariant));
    if (!failure) survivors += 1;
    const verdict = failure ? [...invariants].join(", ") : "SURVIVED";
    console.log(`${name.padEnd(50)} ${verdict.padEnd(20)} ${thousands(total.histories)}`);
  }
  console.log(`\n${mutants.length - survivors} of ${mutants.length} mutants seen, ${seconds().toFixed(0)} s`);
  return survivors === 0;
}

process.exitCode = (await (values.mutants ? runMutants() : runHistories())) ? 0 : 1;
