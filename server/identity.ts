import type { Session } from "../shared/sync/wire.ts";
import type { GuardedRoute } from "./access/route-table.ts";
import type { BodyShare } from "./memory/body-budget.ts";

/** Who a request speaks for. `companyId` is the Salesforce organisation: nothing crosses it. */
export interface Identity {
  readonly companyId: string;
  readonly companyName: string;
  readonly userId: string;
  readonly userName: string;
  readonly role: Session["role"];
}

/**
 * What Hono's handlers find in `c.var`: `identity` is set behind `authenticate` only, and `familyId`, a session of the list
 * of devices, only for a browser; `route` for what the route table knows.
 */
export interface AppEnv {
  Variables: {
    identity: Identity;
    requestId: string;
    route: GuardedRoute | null;
    familyId?: string | undefined;
    /** What its body may take of the memory for bodies; requests without one have none. */
    bodyShare?: BodyShare | undefined;
  };
}
