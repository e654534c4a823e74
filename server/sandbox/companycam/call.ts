import type { HonoRequest } from "hono";
import * as z from "zod/mini";
import type { Account } from "./account.ts";
import type { GrantStore } from "./oauth/grants.ts";
import type { User } from "./model.ts";
import type { Processing } from "./processing.ts";
import type { RateLimit } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";

/** What both APIs stand on. */
export type ApiDependencies = {
  readonly account: Account;
  readonly grants: GrantStore;
  readonly rateLimit: RateLimit;
  readonly processing: Processing;
  /** A token that a person made for a program, with all rights. */
  readonly personalToken: string;
  /** Seconds until the search finds what is new. */
  readonly searchLag: () => number;
};

export type Access = { readonly token: string; readonly scopes: readonly string[] };

export const bearerOf = (header: string | undefined): string =>
  /^Bearer (.+)$/i.exec(header ?? "")?.[1] ?? "";

/**
 * Whose name a change bears: the one of `X-CompanyCam-User`, when it is an address of ours, or the account's owner.
 * Spelt with underscores the header does not come through.
 */
export function creatorOf(account: Account, email: string | undefined): User {
  const [owner] = account.users.all();
  if (!owner) throw new Error("An account has people");
  return account.users.all().find((user) => user.email === email) ?? owner;
}

/** @throws Refusal with a sentence about the first thing that is wrong. */
export async function readBody<S extends z.ZodMiniType>(
  request: HonoRequest,
  schema: S,
): Promise<z.infer<S>> {
  if (!/^application\/json\b/i.test(request.header("content-type") ?? ""))
    throw new Refusal(415, "unsupported_media_type", "Unsupported media type");
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(400, "bad_request", `${issue?.path.join(".") ?? "body"} is invalid`);
}
