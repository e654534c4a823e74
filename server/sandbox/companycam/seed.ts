import { createHash } from "node:crypto";
import { openDocumentFile } from "../common/store/document-file.ts";
import { createRandom, type Random } from "../common/random.ts";
import { people } from "../salesforce/org.ts";
import { account as accountObject } from "../salesforce/objects/customers.ts";
import { seedOrg } from "../salesforce/seed/seed.ts";
import { RecordStore, type StoredRecord } from "../salesforce/store/record-store.ts";
import type { Account } from "./account.ts";
import type { User } from "./model.ts";
import { drawRoom } from "./pictures/draw-room.ts";

/** Of the local Salesforce's customers every so many have had photos taken already. */
const EVERY = 8;
const SEED = 1976;
const DAY_SECONDS = 86_400;
const tags = ["Before", "After", "Damage", "Color sample", "Prep"];

/**
 * Fills an empty account: the people of the local Salesforce, and projects at addresses of some of its customers, so
 * that for some estimates a project is found and for others one is made.
 */
export function seedAccount(account: Account, now: Date): void {
  const random = createRandom(SEED);
  account.transact(() => {
    const users = seedPeople(account);
    const tagIds = tags.map((value) => {
      const tag = { id: account.newId(), value, createdAt: account.now() };
      return account.tags.put(tag).id;
    });
    for (const [index, customer] of someCustomers(now).entries())
      seedProject(account, random, { customer, index, users, tagIds });
  });
}

/** Drawing takes milliseconds: it is done once for all the sandboxes of a test. */
const hashes = new Map<number, string>();
function hashOf(drawing: number): string {
  const known = hashes.get(drawing);
  if (known !== undefined) return known;
  const hash = createHash("md5").update(drawRoom(drawing, "original")).digest("hex");
  hashes.set(drawing, hash);
  return hash;
}

function seedPeople(account: Account): readonly User[] {
  return people
    .filter(({ role }) => role !== undefined)
    .map(({ firstName, lastName, username, role }) =>
      account.users.put({
        id: account.newId(),
        firstName,
        lastName,
        email: username,
        role: role === "Manager" ? "admin" : "standard",
        createdAt: account.now() - 400 * DAY_SECONDS,
      }),
    );
}

function someCustomers(now: Date): readonly StoredRecord[] {
  const salesforce = new RecordStore(openDocumentFile(":memory:", ""));
  seedOrg(salesforce, now);
  return [...salesforce.all(accountObject)].filter((_, index) => index % EVERY === 0);
}

function seedProject(
  account: Account,
  random: Random,
  {
    customer,
    index,
    users,
    tagIds,
  }: {
    readonly customer: StoredRecord;
    readonly index: number;
    readonly users: readonly User[];
    readonly tagIds: readonly string[];
  },
): void {
  const text = (field: string): string => String(customer[field] ?? "");
  const begun = account.now() - (60 - index) * DAY_SECONDS;
  const creatorId = random.pick(users).id;
  const id = account.newId();
  const taken = random.between(0, 5);
  account.projects.put({
    id,
    name: text("Name"),
    status: "active",
    archived: index % 13 === 12,
    address: {
      street_address_1: text("BillingStreet"),
      street_address_2: null,
      city: text("BillingCity"),
      state: text("BillingState"),
      postal_code: text("BillingPostalCode"),
      country: "US",
    },
    coordinates: { lat: 39.7 + random.next() / 5, lon: -105 + random.next() / 5 },
    primaryContact: { name: text("Name"), email: null, phone_number: text("Phone") },
    notepad: "",
    creatorId,
    createdAt: begun,
    updatedAt: begun,
    activeAt: begun + taken * 3600,
  });
  for (let each = 0; each < taken; each += 1) {
    const drawing = index * 10 + each;
    account.photos.put({
      id: account.newId(),
      projectId: id,
      creatorId,
      processing: "processed",
      status: "active",
      coordinates: null,
      hash: hashOf(drawing),
      description: each === 0 ? "The room before we began" : null,
      internal: each === 3,
      capturedAt: begun + each * 3600,
      createdAt: begun + each * 3600 + 60,
      updatedAt: begun + each * 3600 + 60,
      tagIds: [random.pick(tagIds)],
      sourceUri: null,
      drawing,
    });
  }
}
