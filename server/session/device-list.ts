import * as z from "zod/mini";
import { listedDeviceSchema, type ListedDevice } from "../../shared/session/devices.ts";
import type { Identity } from "../identity.ts";
import type { Transaction } from "kysely";
import type { Database } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** A session that is over is told for this long, for whoever wonders why. */
const TOLD_AFTER_END_MS = 30 * 24 * 60 * 60_000;
/** More devices than a company has; a list that is longer is of no use to anybody. */
const LONGEST_LIST = 300;

/**
 * The devices that somebody may see, the latest seen first: a manager all of the company's, everybody else their own and
 * those that have left work of theirs in safekeeping.
 */
export async function listDevices(
  store: Store,
  { companyId, userId, role }: Identity,
  asking: { readonly familyId: string | undefined; readonly now: number },
): Promise<readonly ListedDevice[]> {
  return store.read(async (tx) => {
    const families = await tx
      .selectFrom("session_family")
      .innerJoin("user", "user.id", "session_family.user_id")
      .where("session_family.company_id", "=", companyId)
      .$if(role !== "manager", (query) =>
        query.where((of) =>
          of.or([
            of("session_family.user_id", "=", userId),
            of.exists(
              of
                .selectFrom("escrow")
                .select("escrow.id")
                .whereRef("escrow.family_id", "=", "session_family.id")
                .where("escrow.user_id", "=", userId),
            ),
          ]),
        ),
      )
      .where((of) =>
        of.or([
          of("ended_at", "is", null),
          of("ended_at", ">", asking.now - TOLD_AFTER_END_MS),
          // What is in safekeeping has no other door.
          of.exists(
            of
              .selectFrom("escrow")
              .select("escrow.id")
              .whereRef("escrow.family_id", "=", "session_family.id"),
          ),
        ]),
      )
      .where((of) => of.or([of("ended_why", "is", null), of("ended_why", "!=", "replaced")]))
      .orderBy("seen_at", "desc")
      .limit(LONGEST_LIST)
      .selectAll("session_family")
      .select("user.name as userName")
      .execute();
    const ids = families.map(({ id }) => id);
    const kept =
      ids.length === 0
        ? []
        : await tx
            .selectFrom("escrow")
            .innerJoin("user", "user.id", "escrow.user_id")
            .select(["escrow.id", "family_id", "user_id", "edits", "created_at", "name"])
            .where("family_id", "in", ids)
            .orderBy("created_at")
            .execute();
    const brought = await broughtBack(tx, companyId, kept);
    return families.map((family) => {
      const escrows = kept.filter(({ family_id: of }) => of === family.id);
      return z.parse(listedDeviceSchema, {
        id: family.id,
        userId: family.user_id,
        userName: family.userName,
        kind: family.device_kind,
        browser: family.browser,
        isThis: family.id === asking.familyId,
        signedInAt: family.created_at,
        seenAt: family.seen_at,
        waiting: family.waiting,
        end: family.ended_at === null ? null : { at: family.ended_at, why: family.ended_why },
        wipe:
          family.wipe_asked_at === null
            ? null
            : {
                askedAt: family.wipe_asked_at,
                heardAt: family.wipe_heard_at,
                sent: family.wipe_sent,
                kept: escrows.reduce((sum, { edits }) => sum + edits, 0),
                wipedAt: family.wiped_at,
              },
        escrows: escrows
          .filter(({ user_id: author }) => role === "manager" || author === userId)
          .map(({ id, user_id: author, name: userName, edits, created_at: at }) => ({
            id,
            userId: author,
            userName,
            edits,
            at,
            broughtAt: brought.get(id) ?? null,
          })),
      });
    });
  });
}

/** When authors first asked for their work again, by escrow. */
async function broughtBack(
  tx: Transaction<Database>,
  companyId: string,
  escrows: readonly { readonly id: string; readonly user_id: string }[],
): Promise<ReadonlyMap<string, number>> {
  if (escrows.length === 0) return new Map();
  const reads = await tx
    .selectFrom("audit")
    .select(["subject", "user_id", "at"])
    .where("company_id", "=", companyId)
    .where("action", "=", "escrow.read")
    .orderBy("at", "desc")
    .execute();
  const authors = new Map(escrows.map(({ id, user_id: author }) => [id, author]));
  const byAuthors = reads.filter(({ subject, user_id: by }) => authors.get(subject) === by);
  // The first stands: later ones come before it here.
  return new Map(byAuthors.map(({ subject, at }) => [subject, at]));
}
