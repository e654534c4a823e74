import type { Log } from "../observe/log.ts";
import {
  LONGEST_SECRET_LOOK_MS,
  SECRET_AHEAD_MS,
  SECRET_RETRY_MS,
  SHORTEST_SECRET_LOOK_MS,
} from "./key-times.ts";
import type { KeyProblem, KeySource, KeyView, Loaded } from "./key-view.ts";
import type { SecretConfig } from "./secret-config.ts";
import type { SecretReader, SecretVersion } from "./secret-reader.ts";
import { type SigningKey, signingKeyFromPem } from "./signing-key.ts";

/** A secret's version, as the key that it is. */
interface KeyVersion {
  readonly id: string;
  readonly key: SigningKey;
  readonly createdAt: number;
}

type Stage = "AWSCURRENT" | "AWSPENDING" | "AWSPREVIOUS";

/**
 * Keys from AWS Secrets Manager. Each version of the secret is one private P-256 key in PEM; whoever rotates the secret
 * moves the labels, which say what a version is: `AWSPENDING` next, `AWSCURRENT` current, `AWSPREVIOUS` previous.
 */
export function secretSource(
  config: SecretConfig,
  { log, random = Math.random }: { readonly log: Log; readonly random?: () => number },
): KeySource & { close(): void } {
  let reader: SecretReader | null = null;
  const open = async (): Promise<SecretReader> => {
    const { createSecretReader } = await import("./secret-reader.ts");
    reader ??= createSecretReader(config);
    return reader;
  };

  /** Which versions stood behind the view that was loaded last. */
  let seen = "";
  const noteVersions = (versions: Readonly<Record<string, string | undefined>>): void => {
    const now = JSON.stringify(versions);
    if (now !== seen) log.info("keys.versions", versions);
    seen = now;
  };

  /** A version that is no key must not take the good ones away. */
  const optional = (stage: Stage, version: SecretVersion | null): KeyVersion | null => {
    const read = version && keyVersion(version);
    if (version !== null && read === null)
      log.error("keys.not_a_key", { stage, version: version.id });
    return read;
  };

  return {
    async load(): Promise<Loaded> {
      try {
        const { read } = await open();
        const [current, next, previous] = await Promise.all([
          read("AWSCURRENT"),
          read("AWSPENDING"),
          read("AWSPREVIOUS"),
        ]);
        if (current === null) return failed("absent", "The secret has no AWSCURRENT version.");
        const signs = keyVersion(current);
        if (signs === null)
          return failed("broken", "The secret's AWSCURRENT version is not a P-256 key in PEM.");
        const pending = optional("AWSPENDING", next);
        const replaced = optional("AWSPREVIOUS", previous);
        noteVersions({ current: signs.id, next: pending?.id, previous: replaced?.id });
        return { ok: true, value: viewOf(signs, pending, replaced) };
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        return failed("away", `Secrets Manager did not give the keys (${name}).`);
      }
    },
    restMs(loaded) {
      if (!loaded) return SECRET_RETRY_MS * (0.5 + random());
      const spread = LONGEST_SECRET_LOOK_MS - SHORTEST_SECRET_LOOK_MS;
      return SHORTEST_SECRET_LOOK_MS + spread * random();
    },
    close: () => reader?.close(),
  };
}

const failed = (code: KeyProblem["code"], message: string): Loaded => ({
  ok: false,
  error: { code, message },
});

function keyVersion({ id, text, createdAt }: SecretVersion): KeyVersion | null {
  const key = signingKeyFromPem(text);
  return key && { id, key, createdAt };
}

/**
 * When a new current key signs, all servers know from the creation of its version: nobody waits for us to have published
 * it before the labels are moved.
 */
function viewOf(
  current: KeyVersion,
  next: KeyVersion | null,
  previous: KeyVersion | null,
): KeyView {
  const byKid = new Map(
    [previous, next, current]
      .filter((version) => version !== null)
      .map(({ key }) => [key.publicJwk.kid, { publicJwk: key.publicJwk, until: null }]),
  );
  const turn = { key: current.key, from: current.createdAt + SECRET_AHEAD_MS };
  return {
    signing: previous === null ? [turn] : [{ key: previous.key, from: 0 }, turn],
    published: [...byKid.values()],
  };
}
