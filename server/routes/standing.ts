import { Hono } from "hono";
import type { SalesforceReport } from "../../shared/health.ts";
import type { AppEnv } from "../identity.ts";

/** `GET /standing`: what Salesforce says of itself and of the org's set-up, for people who are signed in. */
export const standingRoutes = ({
  salesforceState,
}: {
  readonly salesforceState: () => SalesforceReport;
}) =>
  new Hono<AppEnv>().get("/standing", (context) => context.json({ salesforce: salesforceState() }));
