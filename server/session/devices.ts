import type { Device } from "../../shared/sync/device.ts";
import type { Identity } from "../identity.ts";
import type { Store } from "../store/store.ts";

type Owner = Pick<Identity, "companyId" | "userId">;

/** The latest databases are enough to tell what a browser has removed; a tablet that forks often has many. */
const TOLD_CLIENTS = 20;

/** Notes on which device a tablet's database lives. Reads first: nearly every push finds it noted already. */
export async function noteDevice(
  store: Store,
  { companyId, userId }: Owner,
  clientId: string,
  deviceId: string,
): Promise<void> {
  const known = await store.db
    .selectFrom("client")
    .select("device_id")
    .where("id", "=", clientId)
    .executeTakeFirst();
  if (known?.device_id === deviceId) return;
  await store.write((tx) =>
    tx
      .updateTable("client")
      .set({ device_id: deviceId })
      .where("id", "=", clientId)
      .where("company_id", "=", companyId)
      .where("user_id", "=", userId)
      .execute(),
  );
}

/** What the server has received from a person's databases on a device, the latest first. */
export async function deviceOf(
  store: Store,
  { companyId, userId }: Owner,
  deviceId: string,
): Promise<Device> {
  const clients = await store.db
    .selectFrom("client")
    .where("device_id", "=", deviceId)
    .where("company_id", "=", companyId)
    .where("user_id", "=", userId)
    .orderBy("seen_at", "desc")
    .limit(TOLD_CLIENTS)
    .select(["id as clientId", "last_seq as lastSeq", "schema", "seen_at as seenAt"])
    .execute();
  return { clients };
}
