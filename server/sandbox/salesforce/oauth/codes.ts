/** Authorization codes: short-lived, for one use, bound to the request they were asked for. */
import { createHash, randomBytes } from "node:crypto";

import { OAuthError } from "./oauth-error.ts";

/** Salesforce keeps an authorization code for 15 minutes. */
const codeLifeMs = 15 * 60 * 1000;

export type CodeBinding = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly nonce: string | undefined;
  readonly scopes: readonly string[];
  readonly userId: string;
};

export type CodeExchange = {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
};

export class CodeStore {
  readonly #codes = new Map<string, CodeBinding & { readonly expiresAt: number }>();

  create(binding: CodeBinding, now: Date): string {
    for (const [code, { expiresAt }] of this.#codes)
      if (expiresAt <= now.getTime()) this.#codes.delete(code);
    const code = `aPrx${randomBytes(36).toString("base64url")}`;
    this.#codes.set(code, { ...binding, expiresAt: now.getTime() + codeLifeMs });
    return code;
  }

  /** Takes the code out of circulation, also when the exchange then fails. */
  redeem(exchange: CodeExchange, now: Date): CodeBinding {
    const binding = this.#codes.get(exchange.code);
    this.#codes.delete(exchange.code);
    if (!binding || binding.expiresAt <= now.getTime()) {
      throw new OAuthError("invalid_grant", "expired authorization code");
    }
    if (binding.clientId !== exchange.clientId)
      throw new OAuthError("invalid_client_id", "client identifier invalid");
    if (binding.redirectUri !== exchange.redirectUri) {
      throw new OAuthError("redirect_uri_mismatch", "redirect_uri must match configuration");
    }
    if (challengeOf(exchange.codeVerifier) !== binding.codeChallenge) {
      throw new OAuthError("invalid_grant", "invalid code verifier");
    }
    return binding;
  }

  clear(): void {
    this.#codes.clear();
  }
}

const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");
