import * as z from "zod/mini";
import type { Clock } from "../clock.ts";
import { ensureCompany } from "../store/companies.ts";
import type { Store } from "../store/store.ts";
import type { SalesforceClient } from "./client.ts";
import { type Answer, answered } from "./errors.ts";

/** The Salesforce organisation this installation belongs to. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
}

/** Until Salesforce has said the company's own name. */
const UNNAMED = "Paintbox";

/** The integration user's organisation: configuration decides, nobody who signs in. */
export async function ownOrganisation(parts: {
  readonly store: Store;
  readonly salesforce: SalesforceClient;
  readonly clock: Clock;
}): Promise<Answer<Organisation>> {
  const { store, salesforce, clock } = parts;
  const identity = await salesforce.identity();
  if (!identity.ok) return identity;
  const id = identity.value.organizationId;
  const company = await store.db
    .selectFrom("company")
    .select(["id", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (company && company.name !== UNNAMED) return answered(company);
  const named = await salesforce.query(
    { from: "Organization", select: ["Name"], limit: 1 },
    z.object({ Name: z.string() }),
  );
  const organisation = { id, name: (named.ok && named.value[0]?.Name) || UNNAMED };
  await store.write((tx) => ensureCompany(tx, { ...organisation, now: clock.now() }));
  return answered(organisation);
}

/** The one that the store knows; Salesforce is asked where a server has served several. Null while nobody can say. */
export async function currentOrganisation(
  parts: Parameters<typeof ownOrganisation>[0],
): Promise<Organisation | null> {
  const known = await knownOrganisation(parts.store);
  if (known) return known;
  const own = await ownOrganisation(parts);
  return own.ok ? own.value : null;
}

/** The one organisation the store knows; null when it knows none or several. */
export async function knownOrganisation(store: Store): Promise<Organisation | null> {
  const [only, ...others] = await store.db.selectFrom("company").select(["id", "name"]).execute();
  return only && others.length === 0 ? only : null;
}
