import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { Clock } from "../../clock.ts";
import type { Log } from "../../observe/log.ts";
import type { CompanyCamGrantRow, Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { type Answer, answered, failed } from "../errors.ts";
import { type Grant, type OauthClient, requestGrant } from "./request-grant.ts";
import { seal, unseal } from "./seal.ts";
import type { TokenSource } from "./token-source.ts";

type Tx = Transaction<Database>;

/** Longer than asking for a token takes at the most; a process that died over it is followed after this. */
const LEASE_MS = 30_000;
/** How often who waits for another process' new token looks for it. */
const LOOK_MS = 200;
/** Before it ends, so that no call begins with a token that is over when it arrives. */
const EXPIRES_EARLY_MS = 60_000;

const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.number(),
});

export interface SharedGrantOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly client: OauthClient;
  /** The refresh token that a person put in. A new one there begins anew. */
  readonly firstRefreshToken: string;
  readonly lookMs?: number | undefined;
}

/**
 * The tokens of an OAuth grant whose refresh token is another one after each use, kept in the database for all processes.
 * One process at a time renews it, under a lease of the row. If it dies between CompanyCam's answer and our commit, the
 * way in is lost: the next attempt with the old token is refused, that is written down, and nobody asks again until a
 * person has put in a new refresh token.
 */
export function sharedGrant(options: SharedGrantOptions): TokenSource {
  const { lookMs = LOOK_MS } = options;
  const holder = randomUUID();
  let flight: Promise<Answer<string>> | null = null;

  const find = async (refused: string | null): Promise<Answer<string>> => {
    for (;;) {
      const step = await options.store.write((tx) => nextStep(tx, options, holder, refused));
      if (step.is === "token") return answered(step.token);
      if (step.is === "lost") return failed("reconnect", RECONNECT);
      if (step.is === "ours") return renew(options, holder, step.refreshToken);
      await pause(lookMs);
    }
  };
  return {
    async current() {
      const row = await readRow(options.store.db, options.client.clientId);
      const step = row && seenAs(row, options, null);
      if (step?.is === "token") return answered(step.token);
      return (flight ??= find(null).finally(() => (flight = null)));
    },
    replace: (refused) => (flight ??= find(refused).finally(() => (flight = null))),
  };
}

const RECONNECT =
  "The way into CompanyCam is lost. Give Paintbox a new refresh token (COMPANYCAM_REFRESH_TOKEN_FILE).";

type Step =
  | { readonly is: "token"; readonly token: string }
  /** Another process is at it. */
  | { readonly is: "wait" }
  /** We are to renew it. */
  | { readonly is: "ours"; readonly refreshToken: string }
  | { readonly is: "lost" };

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

const readRow = (db: Pick<Tx, "selectFrom">, clientId: string) =>
  db
    .selectFrom("companycam_grant")
    .selectAll()
    .where("client_id", "=", clientId)
    .executeTakeFirst();

/** What the row says to somebody whose token `refused` was refused. */
function seenAs(
  row: CompanyCamGrantRow,
  { client, clock, firstRefreshToken }: SharedGrantOptions,
  refused: string | null,
): Step {
  const isOfThisSeed = row.seed_hash === hashOf(firstRefreshToken);
  const text = unseal(row.sealed, client.clientSecret);
  const grant = text === null ? null : z.safeParse(grantSchema, JSON.parse(text));
  // Another secret or another first token: somebody has connected anew.
  if (!isOfThisSeed || !grant?.success) return { is: "ours", refreshToken: firstRefreshToken };
  if (row.state === "reconnect") return { is: "lost" };
  const { accessToken, refreshToken, expiresAt } = grant.data;
  const isGood = accessToken !== refused && expiresAt - EXPIRES_EARLY_MS > clock.now();
  return isGood ? { is: "token", token: accessToken } : { is: "ours", refreshToken };
}

async function nextStep(
  tx: Tx,
  options: SharedGrantOptions,
  holder: string,
  refused: string | null,
): Promise<Step> {
  const { client, clock, firstRefreshToken } = options;
  const now = clock.now();
  const row = await readRow(tx, client.clientId);
  const step: Step = row
    ? seenAs(row, options, refused)
    : { is: "ours", refreshToken: firstRefreshToken };
  if (step.is !== "ours") return step;
  if (row && row.lease_until !== null && row.lease_until > now && row.lease_holder !== holder)
    return { is: "wait" };
  const lease = { lease_holder: holder, lease_until: now + LEASE_MS, updated_at: now };
  if (row)
    await tx
      .updateTable("companycam_grant")
      .set(lease)
      .where("client_id", "=", client.clientId)
      .execute();
  else
    await tx
      .insertInto("companycam_grant")
      .values({
        client_id: client.clientId,
        seed_hash: "",
        sealed: "",
        state: "good",
        ...lease,
      })
      .execute();
  return step;
}

async function renew(
  options: SharedGrantOptions,
  holder: string,
  refreshToken: string,
): Promise<Answer<string>> {
  const { store, clock, client, log } = options;
  const answer = await requestGrant(client, refreshToken, clock.now());
  const isLost = !answer.ok && answer.error.code === "reconnect";
  const grant: Grant | null = answer.ok
    ? answer.value
    : isLost
      ? { accessToken: "", refreshToken, expiresAt: 0 }
      : null;
  await store.write((tx) => keep(tx, options, holder, grant, isLost));
  if (isLost) log.error("companycam.reconnect");
  return answer.ok ? answered(answer.value.accessToken) : answer;
}

/** Writes down what came of it, and lets the row go. */
async function keep(
  tx: Tx,
  { client, clock, firstRefreshToken }: SharedGrantOptions,
  holder: string,
  grant: Grant | null,
  isLost: boolean,
): Promise<void> {
  const free = { lease_holder: null, lease_until: null, updated_at: clock.now() };
  const kept = grant && {
    seed_hash: hashOf(firstRefreshToken),
    sealed: seal(JSON.stringify(grant), client.clientSecret),
    state: isLost ? ("reconnect" as const) : ("good" as const),
  };
  const update = tx
    .updateTable("companycam_grant")
    .set({ ...free, ...kept })
    .where("client_id", "=", client.clientId);
  // New tokens are kept whoever has the lease by now: there are no others. What failed is said by its holder only.
  const isNew = grant !== null && !isLost;
  await (isNew ? update : update.where("lease_holder", "=", holder)).execute();
}
