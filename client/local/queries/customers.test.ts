import { expect, test } from "vitest";
import { writeState } from "../database.ts";
import type { Local } from "../local.ts";
import { createTablet } from "../testing/test-local.ts";
import { searchCustomers, searchTokens } from "./customers.ts";

const blank = { email: "", state: "NV", postalCode: "", salesforceAccountId: null };
const customers: Readonly<Record<string, Record<"name" | "phone" | "street" | "city", string>>> = {
  pena: { name: "María Peña", phone: "(415) 555-0142", street: "12 Oak Street", city: "Reno" },
  penn: { name: "Penny Lane Homes", phone: "1 775 201 8855", street: "9 Elm Ave", city: "Sparks" },
  oakley: { name: "Oakley & Sons", phone: "", street: "1420 Peña Blvd", city: "Reno" },
  obrien: { name: "Seán O'Brien", phone: "775.555.0199", street: "77 Third St", city: "Élko" },
};

const start = async (): Promise<Local> => {
  const local = await createTablet().open();
  const { database } = local;
  for (const [id, fields] of Object.entries(customers))
    await writeState(
      database,
      { entity: "customer", id },
      { fields: { ...blank, ...fields }, deleted: false },
    );
  const contact = {
    name: "Zoë Müller",
    phone: "530-448-7001",
    email: "",
    salesforceContactId: null,
  };
  const opportunity = { name: "Exterior", stage: "Prospecting", closeDate: "2026-06-01" };
  await writeState(
    database,
    { entity: "contact", id: "k1" },
    {
      fields: { ...contact, customerId: "oakley" },
      deleted: false,
    },
  );
  await writeState(
    database,
    { entity: "opportunity", id: "o1" },
    {
      fields: { ...opportunity, customerId: "oakley" },
      deleted: false,
    },
  );
  return local;
};

test.each([
  ["pena", ["pena", "oakley"]],
  ["PEÑA", ["pena", "oakley"]],
  ["pen", ["penn", "pena", "oakley"]],
  ["maria reno", ["pena"]],
  ["12 oak", ["pena"]],
  ["elko", ["obrien"]],
  ["o'brien", ["obrien"]],
  ["5550142", ["pena"]],
  ["555-01", ["pena", "obrien"]],
  ["0142", ["pena"]],
  ["+1 415 555", ["pena"]],
  ["2018855", ["penn"]],
  ["zoe", ["oakley"]],
  ["448-7001", ["oakley"]],
  ["muller reno", ["oakley"]],
  ["maria sparks", []],
  ["?!", ["pena", "oakley", "penn", "obrien"]],
])("searching %s finds %j", async (text, ids) => {
  const found = await searchCustomers(await start(), text, 50);
  expect(found.map(({ customer }) => customer.id)).toEqual(ids);
});

test("brings contacts and open opportunities along", async () => {
  const [match] = await searchCustomers(await start(), "oakley", 50);
  expect(match?.contacts.map(({ name }) => name)).toEqual(["Zoë Müller"]);
  expect(match?.opportunities.map(({ name }) => name)).toEqual(["Exterior"]);
});

test("gives no more than asked for", async () => {
  expect(await searchCustomers(await start(), "", 2)).toHaveLength(2);
  expect(await searchCustomers(await start(), "pen", 1)).toHaveLength(1);
});

test("numbers next to each other are one number", () => {
  expect(searchTokens("maria 555-01 42")).toEqual(["maria", "5550142"]);
});
