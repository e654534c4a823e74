import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupError } from "./backup/backup-error.ts";
import { makeBackup } from "./backup/make-backup.ts";
import { restore } from "./backup/restore.ts";
import {
  type ConfigProblem,
  readKeysConfig,
  readStoreConfig,
  type StoreConfig,
  storeLocation,
} from "./config.ts";
import { keysCommand } from "./keys/keys-command.ts";
import { outliveReaders } from "./outlive-readers.ts";
import { StoreError } from "./store/store-error.ts";
import { storeProblem } from "./store/store-problem.ts";

/** The command `paintbox`, for the person who runs the server (docs/operations.md). */

const USAGE = `Usage:
  paintbox backup <file>               writes a backup; the server may run
  paintbox restore <file> [--replace]  puts a backup in the place of the data; stop the server first
  paintbox keys list                   the signing keys and their times
  paintbox keys create                 makes the first ones, where there are none
  paintbox keys rotate [--now]         the next key signs; --now: before verifiers know it
  paintbox keys revoke <kid>           takes a key away at once, for when somebody else may have it
The data is where DATA_DIR or DATABASE_URL says; the keys are in KEYS_DIR, or else in DATA_DIR/keys.`;

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

function giveUp(sentence: string): never {
  process.stderr.write(`paintbox: ${sentence}\n`);
  process.exit(1);
}

outliveReaders();
// What is half done is taken away at the exit.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

async function run(config: StoreConfig): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      replace: { type: "boolean", default: false },
      now: { type: "boolean", default: false },
    },
  });
  const [command, name, ...more] = positionals;
  if (name === undefined) giveUp(USAGE);
  if (command === "keys") return runKeys({ action: name, more, early: values.now });
  if (more.length > 0) giveUp(USAGE);
  const file = resolve(name);
  if (command === "backup") {
    const { rev, rows } = await makeBackup(storeLocation(config), file);
    const count = [...rows.values()].reduce((sum, each) => sum + each, 0);
    say(`Backed up and verified: ${file}, ${count} rows, up to revision ${rev}.`);
  } else if (command === "restore") {
    const options = { now: Date.now(), replace: values.replace };
    const { content, epoch, keptAside } = await restore(storeLocation(config), file, options);
    say(`Restored up to revision ${content.rev}; epoch ${epoch} begins.`);
    if (keptAside !== null) say(`What was there before is kept as ${keptAside}.`);
    say("Tablets read everything anew when they next connect, and send what the backup lacks.");
  } else giveUp(USAGE);
}

async function runKeys(request: {
  readonly action: string;
  readonly more: readonly string[];
  readonly early: boolean;
}): Promise<void> {
  const { action, early, more } = request;
  const [kid, ...tooMany] = more;
  if (tooMany.length > 0) giveUp(USAGE);
  const config = orGiveUp(readKeysConfig(process.env));
  const told = await keysCommand({ action, kid, early }, config, Date.now());
  if (told === null) giveUp(USAGE);
  if (!told.ok) giveUp(told.sentence);
  told.lines.forEach(say);
}

function orGiveUp<C>(
  read:
    | { readonly ok: true; readonly config: C }
    | { readonly ok: false; readonly problems: readonly ConfigProblem[] },
): C {
  if (read.ok) return read.config;
  giveUp(read.problems.map(({ variable, problem }) => `${variable} ${problem}.`).join("\n"));
}

const config = orGiveUp(readStoreConfig(process.env));
try {
  await run(config);
} catch (error) {
  if (error instanceof BackupError) giveUp(error.message);
  if (error instanceof StoreError) giveUp(storeProblem(error, config));
  const isArgument = error instanceof TypeError && "code" in error;
  giveUp(
    isArgument ? USAGE : error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}
