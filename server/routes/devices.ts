import { Hono } from "hono";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import { listDevices } from "../session/device-list.ts";
import { type Order, readEscrow, signOutDevice, wipeDevice } from "../session/device-orders.ts";
import type { Store } from "../store/store.ts";
import { refuse } from "./refuse.ts";

/** `GET /devices`, `POST /devices/:id/sign-out`, `POST /devices/:id/wipe`, `GET /devices/:id/escrows/:escrowId`. */
export const deviceRoutes = ({ store, clock }: { store: Store; clock: Clock }) => {
  const orderOf = (by: Order["by"], deviceId: string): Order => ({
    by,
    deviceId,
    now: clock.now(),
  });
  return new Hono<AppEnv>()
    .get("/devices", async (c) => {
      const { identity, familyId } = c.var;
      const devices = await listDevices(store, identity, { familyId, now: clock.now() });
      return c.json({ devices });
    })
    .post("/devices/:id/sign-out", async (c) => {
      const done = await signOutDevice(store, orderOf(c.var.identity, c.req.param("id")));
      return done.ok ? c.body(null, 204) : refuse(c, done.error);
    })
    .post("/devices/:id/wipe", async (c) => {
      const done = await wipeDevice(store, orderOf(c.var.identity, c.req.param("id")));
      return done.ok ? c.body(null, 204) : refuse(c, done.error);
    })
    .get("/devices/:id/escrows/:escrowId", async (c) => {
      const { id, escrowId } = c.req.param();
      const escrow = await readEscrow(store, orderOf(c.var.identity, id), escrowId);
      return escrow ? c.json(escrow) : refuse(c, "not_found");
    });
};
