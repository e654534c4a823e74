import { createHash, randomUUID } from "node:crypto";
import * as z from "zod/mini";
import type { Redis, RedisClient } from "../redis/redis.ts";
import type { CacheScope } from "./cache-kind.ts";
import { packed, unpacked } from "./compressed.ts";

const PREFIX = "paintbox:cache:";
const CHANNEL = `${PREFIX}invalidated`;
const DAY_MS = 24 * 60 * 60_000;
/** No entry is kept longer, */
export const LONGEST_KEPT_MS = 2 * DAY_MS;
/** so that a version which has been forgotten is not missed: nothing that was written under an older one is left. */
const VERSION_KEPT_MS = LONGEST_KEPT_MS + DAY_MS;
/** What a scope's version is called before anything in it was ever invalidated. */
const FIRST_VERSION = "-";

/** Scopes that are remembered while Redis is away; beyond that everything in it is invalid. */
const MOST_MISSED = 200;

const keptSchema = z.object({
  askedAt: z.number(),
  versions: z.array(z.string()),
  /** Left out: it was said that there is none. */
  value: z.optional(z.unknown()),
});
const messageSchema = z.object({ from: z.string(), scope: z.array(z.string()) });

/** An answer as Redis has it, with the versions of its scopes; the value is not checked yet. */
export interface KeptEntry {
  readonly askedAt: number;
  readonly isAbsent: boolean;
  readonly value: unknown;
}

export interface RedisLook {
  readonly entry: KeptEntry | null;
  /** Of all scopes of the key, before the question is asked: what is written later is valid only under these. */
  readonly versions: readonly string[];
}

/** The second shelf of the cache, which all server processes share. While Redis is away it is empty. */
export interface RedisShelf {
  /** What is there and still valid; null when Redis cannot say. */
  look(key: string, scope: CacheScope): Promise<RedisLook | null>;
  /** Keeps an answer to a question that was asked under these versions. @param json of the value; null: absent. */
  keep(
    key: string,
    versions: readonly string[],
    entry: { readonly askedAt: number; readonly json: string | null },
    milliseconds: number,
  ): Promise<void>;
  /** Makes everything in a scope invalid, here and in every other process. */
  invalidate(scope: CacheScope): Promise<void>;
  isAway(): boolean;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
const entryKey = (key: string): string => `${PREFIX}entry:${digest(key)}`;
const versionKey = (scope: CacheScope): string =>
  `${PREFIX}version:${digest(JSON.stringify(scope))}`;
/** A scope and all that it lies in, from everything to itself. */
const versionKeys = (scope: CacheScope): string[] =>
  Array.from({ length: scope.length + 1 }, (_, length) => versionKey(scope.slice(0, length)));

/** @param onInvalidated called for what other processes invalidated; with `[]` when some of it was perhaps missed. */
export function createRedisShelf(
  redis: Redis,
  onInvalidated: (scope: CacheScope) => void,
): RedisShelf {
  const self = randomUUID();
  let isHeard = false;
  redis.listen(
    CHANNEL,
    (text) => {
      const message = z.safeParse(messageSchema, parsed(text));
      if (message.success && message.data.from !== self) onInvalidated(message.data.scope);
    },
    () => {
      isHeard = true;
      onInvalidated([]);
    },
  );

  /** What could not be invalidated while Redis was away; it is before anything is read there again. */
  let missed: CacheScope[] = [];

  const invalidateIn = (client: RedisClient, scope: CacheScope): Promise<unknown> =>
    client
      .multi()
      // Versions are made anew and not counted: one that Redis has forgotten never comes back.
      .set(versionKey(scope), randomUUID(), { PX: VERSION_KEPT_MS })
      .publish(CHANNEL, JSON.stringify({ from: self, scope }))
      .exec();

  const ask = <T>(command: (client: RedisClient) => Promise<T>): Promise<T | null> =>
    redis.ask(async (client) => {
      for (const scope of missed) await invalidateIn(client, scope);
      missed = [];
      return command(client);
    });

  return {
    isAway: () => redis.client() === null || !isHeard,
    async look(key, scope) {
      const answer = await ask((client) => client.mGet([entryKey(key), ...versionKeys(scope)]));
      if (answer === null) return null;
      const [text, ...found] = answer;
      const versions = found.map((version) => version ?? FIRST_VERSION);
      const kept = await read(text ?? null);
      const isValid = kept !== null && kept.versions.join() === versions.join();
      return { entry: isValid ? entryOf(kept) : null, versions };
    },
    async keep(key, versions, { askedAt, json }, milliseconds) {
      const head = `{"askedAt":${askedAt},"versions":${JSON.stringify(versions)}`;
      const text = await packed(json === null ? `${head}}` : `${head},"value":${json}}`);
      const PX = Math.min(milliseconds, LONGEST_KEPT_MS);
      await ask((client) => client.set(entryKey(key), text, { PX }));
    },
    async invalidate(scope) {
      if ((await ask((client) => invalidateIn(client, scope))) !== null) return;
      missed = missed.length < MOST_MISSED ? [...missed, scope] : [[]];
    },
  };
}

const entryOf = ({ askedAt, value }: z.infer<typeof keptSchema>): KeptEntry => ({
  askedAt,
  isAbsent: value === undefined,
  value,
});

async function read(text: string | null): Promise<z.infer<typeof keptSchema> | null> {
  if (text === null) return null;
  try {
    const kept = z.safeParse(keptSchema, parsed(await unpacked(text)));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
