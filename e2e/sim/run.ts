import { parseArgs } from "node:util";
import { mutants } from "./mutants.ts";
import { type Failure } from "./orders.ts";
import { playAll, seeMutants, type Total } from "./pool.ts";

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
    console.log(
      `${thousands(done)} histories, ${failures.length} failed, ${seconds().toFixed(0)} s`,
    );
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
  for (const [kind, count] of [...total.faults].toSorted(([, one], [, other]) => other - one))
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
  const range = { from: from ?? 1, histories: histories ?? 0, threads: threads ?? 1 };
  const names = mutants.map(({ name }) => name);
  const verdicts = await seeMutants(names, range, ({ name, failure, histories: played }) => {
    const seenBy = new Set(failure?.violations.map(({ invariant }) => invariant));
    const verdict = failure ? [...seenBy].join(", ") : "NOT SEEN";
    console.log(`${name.padEnd(50)} ${verdict.padEnd(24)} ${thousands(played)} histories`);
  });
  const seen = verdicts.filter(({ failure }) => failure !== null).length;
  console.log(`\n${seen} of ${names.length} mutants seen, ${seconds().toFixed(0)} s`);
  return seen === names.length;
}

process.exitCode = (await (values.mutants ? runMutants() : runHistories())) ? 0 : 1;
