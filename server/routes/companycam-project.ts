import { Hono } from "hono";
import type { ConnectedCompanyCam } from "../companycam/connected.ts";
import { readProjectLink, requestProject } from "../companycam/projects/project-link.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { identifierSchema } from "../../shared/identifiers.ts";
import * as z from "zod/mini";
import { refuseCompanyCam } from "./refuse-companycam.ts";

export interface CompanyCamProjectParts {
  readonly companyCam: ConnectedCompanyCam | null;
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * `POST /estimates/:id/companycam-project` asks for the project of an estimate's address to be found or made, `GET` says
 * how far that has come. 202 while it is under way.
 */
export const companyCamProjectRoutes = ({ companyCam, store, clock }: CompanyCamProjectParts) =>
  new Hono<AppEnv>()
    .get("/estimates/:id/companycam-project", async (context) => {
      if (companyCam === null) return refuseCompanyCam(context, "not_connected");
      const id = z.safeParse(identifierSchema, context.req.param("id"));
      if (!id.success) return refuseCompanyCam(context, "unknown_estimate");
      const found = await readProjectLink(store, context.var.identity.companyId, id.data);
      return found.ok ? context.json(found.link) : refuseCompanyCam(context, found.error);
    })
    .post("/estimates/:id/companycam-project", async (context) => {
      if (companyCam === null) return refuseCompanyCam(context, "not_connected");
      const id = z.safeParse(identifierSchema, context.req.param("id"));
      if (!id.success) return refuseCompanyCam(context, "unknown_estimate");
      const { companyId } = context.var.identity;
      const asked = await requestProject(store, companyId, id.data, clock.now());
      if (!asked.ok) return refuseCompanyCam(context, asked.error);
      companyCam.wake();
      return context.json(asked.link, asked.link.state === "linked" ? 200 : 202);
    });
