import type { Clock } from "../clock.ts";
import { type JwksDocument, jwksDocument } from "./jwks-document.ts";
import { LONGEST_TOKEN_MS } from "./key-times.ts";
import type { KeyView, PublishedKey, SigningTurn } from "./key-view.ts";
import type { PublicJwk, SigningKey } from "./signing-key.ts";
import type { Claims, Expected, Verified } from "./tokens.ts";

/** The server's own keys in memory: signs, verifies what was signed, and has the published set ready. */
export interface KeyRing {
  /**
   * Signs a token with the key whose turn it is; `iat` and `exp` are set here.
   *
   * @throws RangeError when it is to live longer than keys stay published.
   */
  sign(claims: Claims, options: SignOptions): Promise<Signed>;
  /** Verifies a token of ours with the published keys, next and previous ones included. */
  verify(token: string, expected: Expected): Promise<Verified>;
  /** Null until there was a set for the first time. */
  jwks(): JwksDocument | null;
  figures(): KeyFigures;
}

/** For metrics. */
export interface KeyFigures {
  /** Keys that are published. */
  readonly published: number;
  /** Unix milliseconds at which the key that signs began to; null without keys. */
  readonly signingSince: number | null;
}

export interface SignOptions {
  /** Goes into the header, so that a token of one kind is not taken for another. */
  readonly typ: string;
  readonly ttlMs: number;
}

export type Signed =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly error: { readonly code: "no_keys" } };

/** What the ring's owner has besides. */
export interface OwnKeyRing extends KeyRing {
  /** Goes over to what the source shows now. */
  take(view: KeyView): void;
  /** The name of the key that signs now; null without keys. */
  signer(): string | null;
}

interface Taken {
  readonly signing: KeyView["signing"];
  readonly published: ReadonlyMap<string, PublicJwk>;
  readonly document: JwksDocument;
}

export function createKeyRing({ clock }: { readonly clock: Clock }): OwnKeyRing {
  let taken: Taken | null = null;
  const signer = (): SigningKey | null => taken && turnAt(taken.signing, clock.now()).key;
  return {
    take({ signing, published }) {
      const keys = stillPublished(published, clock.now());
      const document = jwksDocument(keys);
      taken = {
        signing,
        published: new Map(keys.map((key) => [key.kid, key])),
        // The same set keeps its document, and whatever was made ready from it.
        document: taken?.document.hash === document.hash ? taken.document : document,
      };
    },
    signer: () => signer()?.publicJwk.kid ?? null,
    jwks: () => taken?.document ?? null,
    figures: () => ({
      published: taken?.published.size ?? 0,
      signingSince: taken && turnAt(taken.signing, clock.now()).from,
    }),
    async sign(claims, { typ, ttlMs }) {
      if (ttlMs > LONGEST_TOKEN_MS)
        throw new RangeError("no token may live longer than its key stays published");
      const key = signer();
      if (key === null) return { ok: false, error: { code: "no_keys" } };
      const { signToken } = await import("./tokens.ts");
      return { ok: true, token: await signToken(key, claims, { typ, ttlMs, now: clock.now() }) };
    },
    async verify(token, expected) {
      const { verifyToken } = await import("./tokens.ts");
      return verifyToken(token, expected, {
        keyOf: (kid) => taken?.published.get(kid),
        now: clock.now(),
      });
    },
  };
}

const turnAt = ([first, ...later]: KeyView["signing"], now: number): SigningTurn =>
  later.findLast(({ from }) => from <= now) ?? first;

const stillPublished = (published: readonly PublishedKey[], now: number): readonly PublicJwk[] =>
  published.filter(({ until }) => until === null || now < until).map(({ publicJwk }) => publicJwk);
