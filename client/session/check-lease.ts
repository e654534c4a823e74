import { type LeaseStanding, leaseStanding } from "../../shared/session/lease.ts";
import type { Session } from "../../shared/sync/wire.ts";
import type { DeviceKey } from "./device-key.ts";
import type { Kept } from "./kept.ts";
import { tabletTime } from "./tablet-time.ts";
import { verifyLease } from "./verify-lease.ts";

export interface LeaseCheck {
  /** `none`: nobody has given this tablet a lease; it is worked on as it always was. */
  readonly standing: LeaseStanding | "none";
  /** When the lease ends, Unix milliseconds; null without one. */
  readonly endsAt: number | null;
  readonly isClockBehind: boolean;
}

const none: LeaseCheck = { standing: "none", endsAt: null, isClockBehind: false };

/**
 * How a tablet's lease stands. One that nobody of ours has signed, or that was made for another tablet, is over: one
 * contact brings a good one.
 *
 * @param now Unix milliseconds by the tablet's clock.
 */
export async function checkLease(
  kept: Kept | null,
  who: Pick<Session, "companyId" | "userId">,
  key: Pick<DeviceKey, "thumbprint"> | null,
  now: number,
): Promise<LeaseCheck> {
  if (!kept || kept.told.lease === null || key === null) return none;
  // Of whoever was here before; this person's comes with their first refresh.
  if (kept.told.session.userId !== who.userId) return none;
  const { time, isClockBehind } = tabletTime(kept, now);
  const claims = await verifyLease(kept.told.lease, kept.jwks);
  const isOurs =
    claims?.sub === who.userId && claims.org === who.companyId && claims.cnf.jkt === key.thumbprint;
  if (!claims || !isOurs) return { standing: "ended", endsAt: null, isClockBehind };
  return { standing: leaseStanding(claims, time), endsAt: claims.exp * 1000, isClockBehind };
}
