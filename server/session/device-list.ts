import * as z from "zod/mini";
import { listedDeviceSchema, type ListedDevice } from "../../shared/session/devices.ts";
import type { Identity } from "../identity.ts";
import type { Store } from "../store/store.ts";

/** A session that is over is told for this long, for whoever wonders why. */
const TOLD_AFTER_END_MS = 30 * 24 * 60 * 60_000;
/** More devices than a company has; a list that is longer is of no use to anybody. */
const LONGEST_LIST = 300;

/** The devices that somebody may see: a manager all of the company's, everybody else their own; the latest seen first. */
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
      .$if(role !== "manager", (query) => query.where("user_id", "=", userId))
      .where((of) =>
        of.or([of("ended_at", "is", null), of("ended_at", ">", asking.now - TOLD_AFTER_END_MS)]),
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
            .select(["id", "family_id", "user_id", "edits", "created_at"])
            .where("family_id", "in", ids)
            .orderBy("created_at")
            .execute();
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
        escrows: escrows.map(({ id, user_id: author, edits, created_at: at }) => ({
          id,
          userId: author,
          edits,
          at,
        })),
      });
    });
  });
}
