/** Deterministic customers: households and small businesses, their contacts and opportunities. */
import { createRecord, type Writer } from "../dml/write.ts";
import { account, contact } from "../objects/customers.ts";
import { opportunity, stages } from "../objects/sales.ts";
import { toWireDate, toWireDatetime } from "../wire-time.ts";
import { businesses, firstNames, jobs, lastNames, places, streets, towns } from "./names.ts";
import { createRandom, type Random } from "../../common/random.ts";

export const accountCount = 320;

/** Any fixed number will do; this one is the year of the first Colorado gold rush. */
const seedNumber = 1859;

const dayMs = 86_400_000;

const openStages = stages.filter((stage) => stage.closed === undefined).map((stage) => stage.name);

/** @param estimator who has made them all */
export function seedCustomers(estimator: Writer, now: Date): void {
  const random = createRandom(seedNumber);
  for (let index = 0; index < accountCount; index += 1) {
    // The oldest customer first: one every other day until yesterday, so stamps ascend with ids.
    const createdAt = new Date(now.getTime() - (accountCount - index) * 2 * dayMs);
    seedCustomer({ ...estimator, stamp: toWireDatetime(createdAt) }, random, now);
  }
}

function seedCustomer(writer: Writer, random: Random, now: Date): void {
  const isBusiness = random.next() < 0.2;
  const lastName = random.pick(lastNames);
  const firstName = random.pick(firstNames);
  const name = isBusiness ? businessName(random) : householdName(random, firstName, lastName);
  const town = random.pick(towns);
  const phone = (): string =>
    `(${town.areaCode}) 555-01${String(random.between(0, 99)).padStart(2, "0")}`;
  const street = `${random.between(100, 9_899)} ${random.pick(streets)}`;
  const { id } = createRecord(writer, account, {
    Name: name,
    Type: random.next() < 0.5 ? "Customer - Direct" : "Prospect",
    BillingStreet: street,
    BillingCity: town.city,
    BillingState: "CO",
    BillingPostalCode: town.postalCode,
    BillingCountry: "United States",
    Phone: phone(),
  });
  createRecord(writer, contact, {
    ...person(firstName, lastName),
    AccountId: id,
    MobilePhone: phone(),
    ...(isBusiness ? { Title: "Owner" } : {}),
  });
  if (random.next() < (isBusiness ? 0.5 : 0.25)) {
    const partner = random.pick(firstNames);
    createRecord(writer, contact, {
      ...person(partner, isBusiness ? random.pick(lastNames) : lastName),
      AccountId: id,
    });
  }
  seedOpportunities(writer, random, now, id, name);
}

/** A third of the customers have work in sight, a sixth had some before. */
function seedOpportunities(
  writer: Writer,
  random: Random,
  now: Date,
  accountId: string,
  accountName: string,
): void {
  const add = (StageName: string, closesInDays: number): void => {
    createRecord(writer, opportunity, {
      Name: `${accountName} - ${random.pick(jobs)}`.slice(0, 120),
      AccountId: accountId,
      StageName,
      CloseDate: toWireDate(new Date(now.getTime() + closesInDays * dayMs)),
      Amount: random.between(9, 180) * 100,
    });
  };
  if (random.next() < 1 / 3) add(random.pick(openStages), random.between(3, 90));
  if (random.next() < 1 / 6)
    add(random.next() < 0.7 ? "Closed Won" : "Closed Lost", -random.between(5, 300));
}

function householdName(random: Random, firstName: string, lastName: string): string {
  const style = random.next();
  if (style < 0.5) return `${firstName} ${lastName}`;
  if (style < 0.75) return `${lastName} Residence`;
  const partner = random.pick(firstNames.filter((name) => name !== firstName));
  return `${firstName} & ${partner} ${lastName}`;
}

const businessName = (random: Random): string =>
  `${random.pick(places)} ${random.pick(businesses)}`;

function person(firstName: string, lastName: string) {
  const plain = (text: string): string =>
    text
      .normalize("NFD")
      .replaceAll(/[^A-Za-z]/g, "")
      .toLowerCase();
  return {
    FirstName: firstName,
    LastName: lastName,
    Email: `${plain(firstName)}.${plain(lastName)}@example.com`,
  };
}
