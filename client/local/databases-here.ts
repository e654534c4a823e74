import { Dexie } from "dexie";
import type { Session } from "../../shared/sync/wire.ts";
import { databaseName, photosDatabaseName, sampleDatabaseName } from "./database.ts";
import { peopleHere } from "./people-here.ts";

type Who = Pick<Session, "companyId" | "userId">;

/** `paintbox-<company>-<user>`: the ids of Salesforce have no hyphen. */
const OUR_NAME = /^paintbox-([^-]+)-([^-]+)$/;

/**
 * Whose records are on this tablet, by the browser's own list; where a browser has none (older Firefox), by who was
 * noted here.
 */
export async function ownersHere(storage: Storage = localStorage): Promise<readonly Who[]> {
  const noted = peopleHere(storage).map(({ companyId, userId }) => ({ companyId, userId }));
  const found = (await Dexie.getDatabaseNames()).flatMap((name) => {
    const [, companyId, userId] = OUR_NAME.exec(name) ?? [];
    return companyId !== undefined && userId !== undefined ? [{ companyId, userId }] : [];
  });
  const byName = new Map(
    [...noted, ...found].map((who) => [databaseName(who.companyId, who.userId), who]),
  );
  return [...byName.values()];
}

/** Deletes somebody's records for good, the sample and the photos too. Other tabs that have them open let go of them and say so. */
export async function deleteRecords({ companyId, userId }: Who): Promise<void> {
  await Dexie.delete(sampleDatabaseName(companyId, userId));
  await Dexie.delete(photosDatabaseName(companyId, userId));
  await Dexie.delete(databaseName(companyId, userId));
}
