/** /__sandbox__ of this sandbox alone: how the org is set up, and what people of the office do by hand. */
import type { Hono } from "hono";

import {
  administrator,
  convertLead,
  convertSchema,
  mergeAccounts,
  mergeSchema,
  undeleteAccount,
  undeleteSchema,
} from "./dml/office.ts";
import { isJsonObject } from "./json-value.ts";
import { orgSettingsSchema, type OrgSettingsBook } from "./org-settings.ts";
import type { RecordStore } from "./store/record-store.ts";

type OrgControlDependencies = {
  readonly store: RecordStore;
  readonly settings: OrgSettingsBook;
  readonly clock: () => Date;
};

/** Adds them to the switches that every sandbox has. */
export function addOrgControls(control: Hono, dependencies: OrgControlDependencies): void {
  const { settings } = dependencies;
  control.get("/org", (c) => c.json(settings.current));

  control.patch("/org", async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const wish = orgSettingsSchema.safeParse({
      ...settings.current,
      ...(isJsonObject(body) && body),
    });
    if (!isJsonObject(body) || !wish.success)
      return c.json({ error: "These are no settings of an org", issues: wish.error?.issues }, 400);
    settings.set(wish.data);
    return c.json(settings.current);
  });

  control.post("/merge", async (c) => {
    const wish = mergeSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!wish.success)
      return c.json({ error: "master and duplicate must be ids of Accounts" }, 400);
    mergeAccounts(administrator(dependencies), wish.data);
    return c.body(null, 204);
  });

  control.post("/convert", async (c) => {
    const wish = convertSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!wish.success) return c.json({ error: "lead must be the id of a Lead" }, 400);
    return c.json(convertLead(administrator(dependencies), wish.data.lead));
  });

  control.post("/undelete", async (c) => {
    const wish = undeleteSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!wish.success) return c.json({ error: "account must be the id of an Account" }, 400);
    undeleteAccount(administrator(dependencies), wish.data.account);
    return c.body(null, 204);
  });
}
