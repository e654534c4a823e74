import * as z from "zod/mini";
import type { Clock } from "../clock.ts";
import { ensureCompany } from "../store/companies.ts";
import type { Store } from "../store/store.ts";
import type { SalesforceClient } from "./client.ts";
import type { Answer } from "./errors.ts";

/** The Salesforce organisation this installation belongs to. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
}

const UNNAMED = "Paintbox";

/**
 * The integration user's organisation: configuration decides, nobody who signs in. While Salesforce is
 * away, the one company the store knows stands in for it.
 */
export async function ownOrganisation(parts: {
  readonly store: Store;
  readonly salesforce: SalesforceClient;
  readonly clock: Clock;
}): Promise<Answer<Organisation>> {
  const { store, salesforce, clock } = parts;
  const identity = await salesforce.identity();
  const known = await store.db.selectFrom("company").select(["id", "name"]).execute();
  if (!identity.ok) {
    const [only, ...others] = known;
    return only && others.length === 0 ? { ok: true, value: only } : identity;
  }
  const id = identity.value.organizationId;
  const company = known.find((row) => row.id === id);
  if (company) return { ok: true, value: company };
  const named = await salesforce.query(
    { from: "Organization", select: ["Name"], limit: 1 },
    z.object({ Name: z.string() }),
  );
  const organisation = { id, name: (named.ok && named.value[0]?.Name) || UNNAMED };
  await store.write((tx) => ensureCompany(tx, { ...organisation, now: clock.now() }));
  return { ok: true, value: organisation };
}
