/** The data a new sandbox starts with: the org's people, its price book and 320 customers. */
import { createRecord, type Writer } from "../dml/write.ts";
import type { FieldValue } from "../objects/field.ts";
import { pricebook, pricebookEntry, product } from "../objects/catalogue.ts";
import { organization, profile, user, userRole } from "../objects/people.ts";
import type { SObject } from "../objects/sobject.ts";
import { orgSettingsSchema } from "../org-settings.ts";
import { organizationName, people } from "../org.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { toWireDatetime } from "../wire-time.ts";
import { seedCustomers } from "./customers.ts";

/** Fills an empty store, in one transaction. */
export function seedOrg(store: RecordStore, now: Date): void {
  store.transact(() => {
    place(store, organization, toWireDatetime(now), { Name: organizationName, IsSandbox: true });
    const users = seedPeople(store, toWireDatetime(now));
    const admin = {
      store,
      settings: orgSettingsSchema.parse({}),
      allowDuplicates: true,
      lock: () => undefined,
      userId: users[0] ?? "",
      stamp: toWireDatetime(now),
    };
    seedCatalogue(admin);
    seedCustomers({ ...admin, userId: users[1] ?? "" }, now);
  });
}

/** Set-up data that no client may write goes into the store directly. */
function place(
  store: RecordStore,
  object: SObject,
  stamp: string,
  values: Record<string, FieldValue>,
): StoredRecord {
  const record: Record<string, FieldValue> = {};
  for (const field of object.fields) record[field.name] = field.fallback;
  const Id = store.newId(object);
  const audit = { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp };
  const stored: StoredRecord = { ...record, ...audit, ...values, Id };
  store.put(object, stored);
  return stored;
}

/** @returns the user ids in the order of `people` */
function seedPeople(store: RecordStore, stamp: string): readonly string[] {
  const idsByName = (
    object: SObject,
    names: readonly (string | undefined)[],
  ): ReadonlyMap<string, string> =>
    new Map(
      [...new Set(names)].flatMap((Name) =>
        Name === undefined ? [] : [[Name, place(store, object, stamp, { Name }).Id] as const],
      ),
    );
  const profiles = idsByName(
    profile,
    people.map((person) => person.profile),
  );
  const roles = idsByName(
    userRole,
    people.map((person) => person.role),
  );
  return people.map((person) => {
    const record = place(store, user, stamp, {
      Username: person.username,
      FirstName: person.firstName,
      LastName: person.lastName,
      Name: `${person.firstName} ${person.lastName}`,
      Email: person.username,
      Alias: person.alias,
      Title: person.title,
      IsActive: true,
      ProfileId: profiles.get(person.profile) ?? null,
      UserRoleId: roles.get(person.role ?? "") ?? null,
    });
    return record.Id;
  });
}

const products = [
  { Name: "Painting, as described", ProductCode: "PAINTBOX-LINE", price: 0 },
  { Name: "Painting labor, hour", ProductCode: "PAINTBOX-LABOR", price: 65 },
  { Name: "Paint, gallon", ProductCode: "PAINTBOX-PAINT", price: 48 },
] as const;

/** The standard price book, which every org has, and the products that quote lines point at. */
function seedCatalogue(writer: Writer): void {
  const standard = place(writer.store, pricebook, writer.stamp, {
    Name: "Standard Price Book",
    IsActive: true,
    IsStandard: true,
    CreatedById: writer.userId,
    LastModifiedById: writer.userId,
  });
  for (const { Name, ProductCode, price } of products) {
    const { id } = createRecord(writer, product, {
      Name,
      ProductCode,
      Family: "Painting",
      IsActive: true,
    });
    createRecord(writer, pricebookEntry, {
      Pricebook2Id: standard.Id,
      Product2Id: id,
      UnitPrice: price,
      IsActive: true,
    });
  }
}
