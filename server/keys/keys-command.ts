import { changeKeys, createKeys, readKeys } from "./key-folder.ts";
import type { KeyFile } from "./key-file.ts";
import { KEPT_AFTER_MS, LONGEST_FOLDER_LOOK_MS } from "./key-times.ts";
import type { KeysConfig } from "./keys-config.ts";
import { maySignFrom, revoked, type Revoked, rotated } from "./rotation.ts";
import { generateSigningKey } from "./signing-key.ts";

/** `paintbox keys …`: what it did, in lines for the person at the terminal, or why it did nothing. */
export type Told =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly sentence: string };

export interface KeysRequest {
  readonly action: string;
  /** Of the key that is meant; only `revoke` takes one. */
  readonly kid: string | undefined;
  /** Whether the next key may sign before verifiers know it. */
  readonly early: boolean;
}

/**
 * @param now Unix milliseconds.
 * @returns null when this is not how the command is used.
 */
export async function keysCommand(
  { action, kid, early }: KeysRequest,
  config: KeysConfig,
  now: number,
): Promise<Told | null> {
  if (config.secret !== null)
    return refused(
      "The keys are in AWS Secrets Manager (KEYS_SECRET_ARN); they are made and rotated there.",
    );
  const { folder } = config;
  const moment = { now, generate: generateSigningKey };
  if (action === "revoke") return kid === undefined ? null : revoke(folder, kid, now);
  if (kid !== undefined) return null;
  if (action === "list") {
    const read = await readKeys(folder);
    return read.ok ? told(...listed(read.value)) : refused(read.error.message);
  }
  if (action === "create") {
    const made = await createKeys(folder, moment);
    return made.ok ? told(...listed(made.value), TAKEN_OVER) : refused(made.error.message);
  }
  if (action === "rotate") {
    const changed = await changeKeys(folder, (keys) => rotated(keys, moment, { early }));
    if (changed.ok) return told(...listed(changed.value), ...(early ? [EARLY] : []), TAKEN_OVER);
    return refused(
      changed.error.code === "too_early" ? tooEarly(changed.error.until) : changed.error.message,
    );
  }
  return null;
}

const TAKEN_OVER = `Running servers take this over within ${LONGEST_FOLDER_LOOK_MS / 1000} seconds; SIGHUP makes them look at once.`;
const EARLY =
  "Verifiers that have cached the set refuse what is signed from now on until they ask again, up to 20 minutes.";

const day = (at: number): string => new Date(at).toISOString();
const told = (...lines: readonly string[]): Told => ({ ok: true, lines });
const refused = (sentence: string): Told => ({ ok: false, sentence });

const tooEarly = (until: number): string =>
  `The next key is not known to every verifier before ${day(until)}; nothing was changed. ` +
  `With --now it signs at once, and verifiers that have cached the set refuse it for up to 20 minutes.`;

const listed = (keys: KeyFile): readonly string[] => [
  `current   ${keys.current.key.publicJwk.kid}  signs since ${day(keys.current.signsSince)}`,
  `next      ${keys.next.key.publicJwk.kid}  may sign from ${day(maySignFrom(keys))}`,
  ...keys.previous.map(
    ({ publicJwk, retiredAt }) =>
      `previous  ${publicJwk.kid}  published until ${day(retiredAt + KEPT_AFTER_MS)}`,
  ),
];

async function revoke(folder: string, kid: string, now: number): Promise<Told> {
  let was: (Revoked & { ok: true })["was"] = "previous";
  const changed = await changeKeys(folder, (keys) => {
    const after = revoked(keys, kid, { now, generate: generateSigningKey });
    if (after.ok) was = after.was;
    return after;
  });
  if (changed.ok) return told(...listed(changed.value), consequences[was], TAKEN_OVER);
  if (changed.error.code === "unknown_kid")
    return refused(`There is no key ${kid} in ${folder}; nothing was changed.`);
  return refused(changed.error.message);
}

const consequences = {
  current:
    "Revoked: what the key signed counts no more, people sign in again, and the next key signs already. Verifiers that have cached the set believe the old key for up to 20 minutes.",
  next: "Revoked: it had signed nothing. Another one stands ready.",
  previous: "Revoked: what the key signed counts no more. Caches forget it within 20 minutes.",
} as const;
