import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import { COMPANYCAM_PROJECT } from "../../outbox/jobs.ts";
import { enqueue, hasten } from "../../outbox/outbox.ts";
import { readRecord } from "../../store/records.ts";
import type { CompanyCamProjectRow, Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { addressKey, type PostalAddress } from "./address-key.ts";

type Tx = Transaction<Database>;

/** How far an estimate's project at CompanyCam has come, for its people. */
export interface ProjectLink {
  /** `none`: nobody has asked. `waiting`: it is being found or made. */
  readonly state: "none" | "waiting" | "linked" | "refused";
  readonly projectId: string | null;
  /** Why it is refused, in English. */
  readonly message: string | null;
}

export type LinkAnswer =
  | { readonly ok: true; readonly link: ProjectLink }
  /** No such estimate of this company, or one without a street to go by. */
  | { readonly ok: false; readonly error: "unknown_estimate" | "no_address" };

interface Place {
  readonly key: string;
  readonly address: PostalAddress;
  readonly customerName: string;
}

/** Letters and digits that are not taken for one another when read out. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const MARKER_LENGTH = 6;

/**
 * A short word that is always the same for an address and hardly ever for two of them. It stands in the name of a
 * project that we make, because CompanyCam may write the address itself in another way.
 */
export function markerOf(companyId: string, key: string): string {
  const hash = createHash("sha256").update(`${companyId}\n${key}`).digest();
  const letters = Array.from(hash.subarray(0, MARKER_LENGTH), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  );
  return `PB-${letters.join("")}`;
}

/** What the estimate says, or its customer where the estimate says nothing. */
async function placeOf(
  tx: Tx,
  companyId: string,
  estimateId: string,
): Promise<Place | "unknown_estimate" | "no_address"> {
  const record = await readRecord(tx, companyId, "estimate", estimateId);
  const estimate =
    record && !record.deleted ? asRecordOf("estimate", record.id, record.fields) : null;
  if (!estimate) return "unknown_estimate";
  const found = await readRecord(tx, companyId, "customer", estimate.customerId);
  const customer = found ? asRecordOf("customer", found.id, found.fields) : null;
  const source = estimate.street.trim() === "" && customer ? customer : estimate;
  const { street, city, state, postalCode } = source;
  const address = { street, city, state, postalCode };
  const key = addressKey(address);
  return key === null ? "no_address" : { key, address, customerName: customer?.name ?? "" };
}

const linkOf = (row: CompanyCamProjectRow | undefined): ProjectLink => ({
  state: row?.standing ?? "none",
  projectId: row?.project_id ?? null,
  message: row?.message ?? null,
});

export const readLinkRow = (
  db: Pick<Tx, "selectFrom">,
  companyId: string,
  key: string,
): Promise<CompanyCamProjectRow | undefined> =>
  db
    .selectFrom("companycam_project")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("address_key", "=", key)
    .executeTakeFirst();

/** How far it has come; asks for nothing. */
export const readProjectLink = (
  store: Store,
  companyId: string,
  estimateId: string,
): Promise<LinkAnswer> =>
  store.read(async (tx) => {
    const place = await placeOf(tx, companyId, estimateId);
    if (typeof place === "string") return { ok: false, error: place };
    return { ok: true, link: linkOf(await readLinkRow(tx, companyId, place.key)) };
  });

/**
 * Asks for an estimate's project: notes the wish and the job in one transaction. Asking again changes nothing, but that
 * what was refused is tried anew.
 */
export const requestProject = (
  store: Store,
  companyId: string,
  estimateId: string,
  now: number,
): Promise<LinkAnswer> =>
  store.write(async (tx) => {
    const place = await placeOf(tx, companyId, estimateId);
    if (typeof place === "string") return { ok: false, error: place };
    const { key, address, customerName } = place;
    const row = await readLinkRow(tx, companyId, key);
    if (row && row.standing !== "refused") {
      if (row.standing === "waiting")
        await hasten(tx, { companyId, kind: COMPANYCAM_PROJECT, key, now });
      return { ok: true, link: linkOf(row) };
    }
    const marker = markerOf(companyId, key);
    const title = [customerName, address.street].filter(Boolean).join(", ");
    const { postalCode, ...rest } = address;
    await tx
      .insertInto("companycam_project")
      .values({
        company_id: companyId,
        address_key: key,
        name: `${title} (${marker})`,
        marker,
        ...rest,
        postal_code: postalCode,
        standing: "waiting",
        project_id: null,
        message: null,
        create_tried_at: null,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["company_id", "address_key"])
          .doUpdateSet({ standing: "waiting", message: null, updated_at: now }),
      )
      .execute();
    await enqueueSearch(tx, companyId, key, now);
    return { ok: true, link: { state: "waiting", projectId: null, message: null } };
  });

const enqueueSearch = (tx: Tx, companyId: string, key: string, now: number): Promise<number> =>
  enqueue(tx, { companyId, kind: COMPANYCAM_PROJECT, key, payload: "{}", now });

/**
 * Looks anew for the projects of some addresses: they are gone at CompanyCam, or may be. What they are linked to stands
 * until the search has ended.
 *
 * @param projectId of one project; null for all, because CompanyCam does not say which of two that were merged is gone.
 */
export async function searchAnew(
  tx: Tx,
  companyId: string,
  projectId: string | null,
  now: number,
): Promise<void> {
  const linked = tx
    .selectFrom("companycam_project")
    .select("address_key")
    .where("company_id", "=", companyId)
    .where("standing", "=", "linked");
  const rows = await (
    projectId === null ? linked : linked.where("project_id", "=", projectId)
  ).execute();
  for (const { address_key: key } of rows) {
    await tx
      .updateTable("companycam_project")
      .set({ standing: "waiting", updated_at: now })
      .where("company_id", "=", companyId)
      .where("address_key", "=", key)
      .execute();
    await enqueueSearch(tx, companyId, key, now);
  }
}
