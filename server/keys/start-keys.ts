import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import { folderSource } from "./folder-source.ts";
import { isMissing, provisionKeys } from "./key-folder.ts";
import { type KeyKeeper, startKeyKeeper } from "./key-keeper.ts";
import type { KeysConfig } from "./keys-config.ts";
import { rotationSchedule } from "./rotation-schedule.ts";
import { secretSource } from "./secret-source.ts";
import { generateSigningKey } from "./signing-key.ts";

export interface StartKeysParts {
  readonly config: KeysConfig;
  /** Whether this process has its data directory, and the key folder in it, to itself (decision 0018). */
  readonly ownsData: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** The keys of this server, from where its settings say. */
export async function startKeys({
  config,
  ownsData,
  clock,
  log,
}: StartKeysParts): Promise<KeyKeeper> {
  if (config.secret !== null) {
    const source = secretSource(config.secret, { log });
    const keeper = await startKeyKeeper({ source, clock, log });
    return {
      ...keeper,
      async stop() {
        await keeper.stop();
        source.close();
      },
    };
  }
  const { folder, rotateDays } = config;
  if (ownsData && !config.isFolderChosen && isMissing(folder)) {
    const made = await provisionKeys(folder, { now: clock.now(), generate: generateSigningKey });
    if (made.ok) log.info("keys.made", { kid: made.value.current.key.publicJwk.kid });
    else log.error("keys.not_made", { ...made.error });
  }
  return startKeyKeeper({
    source: folderSource(folder),
    clock,
    log,
    afterLoad: rotationSchedule({ folder, rotateDays, clock, log }),
  });
}
