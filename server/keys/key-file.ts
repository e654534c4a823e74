import * as z from "zod/mini";
import { KEPT_AFTER_MS } from "./key-times.ts";
import type { KeyView } from "./key-view.ts";
import {
  pemOf,
  type PublicJwk,
  publicJwkAt,
  type SigningKey,
  signingKeyFromPem,
} from "./signing-key.ts";

/**
 * What `keys.json` holds: all keys and their times in one file, so that a rotation is one rename and no two files can
 * disagree. Of a previous key the public half is kept; the private one has nothing left to do.
 */
export interface KeyFile {
  readonly current: CurrentKey;
  readonly next: NextKey;
  /** The newest first. */
  readonly previous: readonly PreviousKey[];
}

/** Times are Unix milliseconds. */
export interface NextKey {
  readonly key: SigningKey;
  readonly publishedAt: number;
}
export interface CurrentKey extends NextKey {
  readonly signsSince: number;
}
export interface PreviousKey {
  readonly publicJwk: PublicJwk;
  readonly retiredAt: number;
}

const FORMAT = 1;
const time = z.number().check(z.nonnegative());
const fileSchema = z.object({
  format: z.literal(FORMAT),
  current: z.object({ pem: z.string(), publishedAt: time, signsSince: time }),
  next: z.object({ pem: z.string(), publishedAt: time }),
  previous: z.array(z.object({ x: z.string(), y: z.string(), retiredAt: time })),
});

export type ParsedKeyFile =
  | { readonly ok: true; readonly value: KeyFile }
  /** `problem` completes the sentence "keys.json …". */
  | { readonly ok: false; readonly problem: string };

const broken = (problem: string): ParsedKeyFile => ({ ok: false, problem });

/** Reads the file's text; says what is wrong with it without repeating any of it. */
export function parseKeyFile(text: string): ParsedKeyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return broken("is torn or not JSON");
  }
  const parsed = z.safeParse(fileSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return broken(`is not a key file of this version (at "${issue?.path.join(".") ?? ""}")`);
  }
  const { current, next, previous } = parsed.data;
  const [signs, follows] = [signingKeyFromPem(current.pem), signingKeyFromPem(next.pem)];
  if (signs === null) return broken('holds no private P-256 key under "current"');
  if (follows === null) return broken('holds no private P-256 key under "next"');
  const retired: PreviousKey[] = [];
  for (const { x, y, retiredAt } of previous) {
    const publicJwk = publicJwkAt(x, y);
    if (publicJwk === null) return broken('holds no P-256 point under "previous"');
    retired.push({ publicJwk, retiredAt });
  }
  const file: KeyFile = {
    current: { ...current, key: signs },
    next: { ...next, key: follows },
    previous: retired,
  };
  const kids = publishedIn(file).map(({ kid }) => kid);
  if (new Set(kids).size < kids.length) return broken("names one key twice");
  return { ok: true, value: file };
}

export function keyFileText({ current, next, previous }: KeyFile): string {
  const stored: z.infer<typeof fileSchema> = {
    format: FORMAT,
    current: {
      pem: pemOf(current.key),
      publishedAt: current.publishedAt,
      signsSince: current.signsSince,
    },
    next: { pem: pemOf(next.key), publishedAt: next.publishedAt },
    previous: previous.map(({ publicJwk: { x, y }, retiredAt }) => ({ x, y, retiredAt })),
  };
  return `${JSON.stringify(stored, null, 2)}\n`;
}

const publishedIn = ({ current, next, previous }: KeyFile): readonly PublicJwk[] => [
  current.key.publicJwk,
  next.key.publicJwk,
  ...previous.map(({ publicJwk }) => publicJwk),
];

/** What a server makes of the file. */
export const viewOfKeyFile = ({ current, next, previous }: KeyFile): KeyView => ({
  signing: [{ key: current.key, from: current.signsSince }],
  published: [
    { publicJwk: current.key.publicJwk, until: null },
    { publicJwk: next.key.publicJwk, until: null },
    ...previous.map(({ publicJwk, retiredAt }) => ({
      publicJwk,
      until: retiredAt + KEPT_AFTER_MS,
    })),
  ],
});
