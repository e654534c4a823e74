/**
 * Story 6. What was edited offline meets an org that has gone on: duplicates, rules, merges, deletions, values that are
 * no longer there. Each becomes something that a person can settle, or settles itself; nothing is tried for ever.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import type { Identity } from "../../identity.ts";
import { acceptEstimate, CUSTOMER, ESTIMATE, newCustomer } from "../testing/accept-estimate.ts";
import { aPart, COMPANY, HOUR_MS, MINUTE_MS, Story, theBoss } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const refuse = (errorCode: string, message = errorCode, times = 1, status = 400): void => {
  const action = { kind: "error", status, errorCode, message } as const;
  story.sandbox.faults.add({ match: aPart, times, action });
};
const ours = `Paintbox_Id__c = '${ESTIMATE}'`;

describe.each(["duplicateResut", "duplicateResult"] as const)(
  "a duplicate, told as %s",
  (spelling) => {
    let known: string;
    const rule = (action: "alert" | "block"): void =>
      story.sandbox.settings.set({
        duplicateRules: [{ object: "Account", fields: ["Name"], action, spelling }],
      });
    beforeEach(async () => {
      known = await story.create("Account", { Name: newCustomer.name, Phone: "720 555 0100" });
      await story.mirror();
      rule("alert");
      await acceptEstimate(story.store, COMPANY);
      await story.send();
    });

    test("shows both records, and what may be done", async () => {
      expect(await story.crm()).toMatchObject({ crmState: "refused" });
      expect(await story.tasks()).toMatchObject([
        {
          kind: "duplicate",
          estimateId: ESTIMATE,
          ours: { name: newCustomer.name, phone: newCustomer.phone },
          matches: [{ accountId: known, name: newCustomer.name, phone: "720 555 0100" }],
          choices: ["use-match", "create-anyway", "retry", "dismiss"],
        },
      ]);
    });

    test("use this customer: everything of ours goes to the matched Account, and is sent", async () => {
      expect(await story.settle({ choice: "use-match", accountId: known })).toEqual({ ok: true });
      expect(await story.crm()).toMatchObject({ crmState: "waiting", customerId: known });
      expect((await story.record("customer", CUSTOMER))?.deleted).toBe(true);
      await story.send();
      expect(await story.crm()).toMatchObject({ crmState: "sent" });
      expect(
        await story.local.rows(`SELECT AccountId FROM Opportunity WHERE ${ours}`),
      ).toMatchObject([{ AccountId: known }]);
      expect(await story.count("Account", `Name = '${newCustomer.name}'`)).toBe(1);
      expect(await story.tasks()).toEqual([]);
    });

    test("another estimate of the same customer goes along: the question was the same", async () => {
      const other = "01890000-0000-7000-8000-0000000000e2";
      await acceptEstimate(story.store, COMPANY, { id: other });
      story.time.now += MINUTE_MS;
      await story.send();
      const [first, second] = await story.tasks();
      expect([first?.estimateId, second?.estimateId]).toEqual([ESTIMATE, other]);
      await story.settle({ choice: "use-match", accountId: known });
      expect(await story.tasks()).toEqual([]);
      await story.send();
      for (const id of [ESTIMATE, other])
        expect(await story.crm(id)).toMatchObject({ crmState: "sent", customerId: known });
      expect(await story.count("Account", `Name = '${newCustomer.name}'`)).toBe(1);
    });

    test("create anyway: a second one is made, because a person said so", async () => {
      await story.settle({ choice: "create-anyway" });
      await story.send();
      expect(await story.crm()).toMatchObject({ crmState: "sent" });
      expect(await story.count("Account", `Name = '${newCustomer.name}'`)).toBe(2);
    });

    test("try again without insisting is refused again", async () => {
      await story.settle({ choice: "retry" });
      await story.send();
      expect(await story.crm()).toMatchObject({ crmState: "refused" });
      expect(await story.tasks()).toHaveLength(1);
    });

    test("a rule that blocks does not offer what it would not let through", async () => {
      rule("block");
      await story.settle({ choice: "retry" });
      await story.send();
      expect(await story.tasks()).toMatchObject([{ choices: ["use-match", "retry", "dismiss"] }]);
      expect(await story.settle({ choice: "create-anyway" })).toEqual({
        ok: false,
        error: "not_offered",
      });
    });

    test("a match that the mirror has not met is fetched; one that nobody matched is not taken", async () => {
      const other = await story.create("Account", { Name: "Somebody Else" });
      expect(await story.settle({ choice: "use-match", accountId: other })).toEqual({
        ok: false,
        error: "not_offered",
      });
      await story.store.db.deleteFrom("mirror_row").where("salesforce_id", "=", known).execute();
      await story.store.db.deleteFrom("record").where("id", "=", known).execute();
      expect(await story.settle({ choice: "use-match", accountId: known })).toEqual({ ok: true });
      expect((await story.record("customer", known))?.fields["phone"]).toBe("720 555 0100");
    });
  },
);

describe("who may settle, and when", () => {
  const estimator: Identity = { ...theBoss, userId: "005erin", role: "estimator" };
  beforeEach(async () => {
    await acceptEstimate(story.store, COMPANY, { estimate: { estimatorId: "005erin" } });
    refuse("FIELD_CUSTOM_VALIDATION_EXCEPTION", "A quote needs a crew.");
    await story.send();
  });

  test("an old edit that a new rule does not like: told in the rule's words, sent again by hand", async () => {
    expect(await story.tasks()).toMatchObject([
      { kind: "validation", said: "A quote needs a crew.", choices: ["retry", "dismiss"] },
    ]);
    await story.settle({ choice: "retry" });
    await story.send();
    expect(await story.crm()).toMatchObject({ crmState: "sent", crmMessage: null });
  });

  test("managers, and the estimator whose estimate it is; nobody else", async () => {
    const others: Identity[] = [
      { ...estimator, userId: "005other" },
      { ...estimator, role: "painter" },
      { ...theBoss, companyId: "00D000000000002AAA" },
    ];
    for (const other of others)
      expect(await story.settle({ choice: "retry" }, other)).toMatchObject({ ok: false });
    const [seen] = await story.tasks({ ...estimator, userId: "005other" });
    expect(seen?.choices).toEqual([]);
    expect(await story.tasks({ ...theBoss, companyId: "00D000000000002AAA" })).toEqual([]);
    expect(await story.settle({ choice: "retry" }, estimator)).toEqual({ ok: true });
  });

  test("who chose what is kept; the second of two people is told that it is settled", async () => {
    const [task] = await story.tasks();
    expect(await story.settle({ choice: "dismiss" }, estimator)).toEqual({ ok: true });
    expect(await story.tasks()).toEqual([]);
    expect(await story.crm()).toMatchObject({ crmState: "refused" });
    const rows = await story.store.db.selectFrom("task").selectAll().execute();
    expect(rows).toMatchObject([{ id: task?.id, state: "dismiss", settled_by: "005erin" }]);
  });

  test("an estimate that was reopened has nothing to settle any more", async () => {
    await story.edit("estimate", ESTIMATE, { status: "draft", crmState: "none" });
    expect(await story.tasks()).toEqual([]);
  });
});

test("several records with our id: an administrator is asked for, nothing is guessed", async () => {
  await acceptEstimate(story.store, COMPANY);
  refuse("MULTIPLE_CHOICES", "several", 1, 300);
  await story.send();
  expect(await story.tasks()).toMatchObject([{ kind: "ambiguous" }]);
  expect(await story.count("Opportunity", ours)).toBe(0);
});

test("two upserts of one new key: the loser looks again and finds the winner's record", async () => {
  await acceptEstimate(story.store, COMPANY);
  refuse("DUPLICATE_VALUE");
  await story.send();
  story.time.now += MINUTE_MS;
  await story.send();
  expect(await story.crm()).toMatchObject({ crmState: "sent" });
  expect(await story.tasks()).toEqual([]);
});

describe("the Account it is for", () => {
  let account: string;
  const accept = () =>
    acceptEstimate(story.store, COMPANY, {
      customerId: account,
      customer: { ...newCustomer, salesforceAccountId: account },
    });
  beforeEach(async () => {
    account = await story.create("Account", { Name: "Field House" });
    await story.mirror();
    await accept();
  });

  test("deleted while the acceptance waited: asked about, and sent once it is back", async () => {
    await story.local.call("DELETE", `sobjects/Account/${account}`);
    await story.send();
    expect(await story.tasks()).toMatchObject([{ kind: "gone", choices: ["retry", "dismiss"] }]);
    await story.undelete(account);
    await story.settle({ choice: "retry" });
    await story.send();
    expect(await story.crm()).toMatchObject({ crmState: "sent" });
  });

  test("merged before we knew: refused, then sent by itself once the mirror has met the merge", async () => {
    const master = await story.create("Account", { Name: "Field House LLC" });
    const child = await story.create("Contact", { LastName: "Field", AccountId: account });
    await story.mirror();
    story.time.now += 2 * MINUTE_MS;
    await story.office("merge", { master, duplicate: account });
    await story.send();
    expect(await story.tasks()).toMatchObject([{ kind: "gone" }]);
    story.time.now += 2 * MINUTE_MS;
    await story.mirror();
    expect(await story.crm()).toMatchObject({ customerId: master, crmState: "waiting" });
    expect((await story.record("customer", account))?.deleted).toBe(true);
    expect((await story.record("contact", child))?.fields["customerId"]).toBe(master);
    expect(await story.tasks()).toEqual([]);
    await story.send();
    expect(await story.crm()).toMatchObject({ crmState: "sent" });
  });

  test("merged, and merged on: everything arrives at the last one", async () => {
    const first = await story.create("Account", { Name: "Field 1" });
    const last = await story.create("Account", { Name: "Field 2" });
    await story.mirror();
    story.time.now += 2 * MINUTE_MS;
    await story.office("merge", { master: first, duplicate: account });
    await story.office("merge", { master: last, duplicate: first });
    story.time.now += 2 * MINUTE_MS;
    await story.mirror();
    expect(await story.crm()).toMatchObject({ customerId: last });
  });

  test("a merge that is weeks old is found when all ids are compared", async () => {
    const master = await story.create("Account", { Name: "Field House LLC" });
    await story.mirror();
    story.time.now += 2 * MINUTE_MS;
    await story.office("merge", { master, duplicate: account });
    story.time.now += 20 * 24 * HOUR_MS;
    expect((await story.mirror()).ok).toBe(true);
    expect(await story.crm()).toMatchObject({ customerId: master });
  });
});

test("a converted lead comes as the Account, Contact and Opportunity that it has become", async () => {
  await story.mirror();
  const lead = await story.create("Lead", { LastName: "Field", Company: "Field Bakery" });
  story.time.now += MINUTE_MS;
  await story.office("convert", { lead });
  await story.mirror();
  const named = async (entity: "customer" | "contact" | "opportunity") =>
    (await story.living(entity)).filter(({ fields }) =>
      /^Field( Bakery)?$/.test(String(fields["name"])),
    );
  const [customer] = await named("customer");
  expect(customer?.fields["name"]).toBe("Field Bakery");
  for (const entity of ["contact", "opportunity"] as const)
    expect(await named(entity)).toMatchObject([{ fields: { customerId: customer?.id } }]);
});

test("a row out of the recycle bin lives again, with the id it had", async () => {
  const account = await story.create("Account", { Name: "Back Again" });
  await story.mirror();
  story.time.now += 2 * MINUTE_MS;
  await story.local.call("DELETE", `sobjects/Account/${account}`);
  story.time.now += 2 * MINUTE_MS;
  await story.mirror();
  expect((await story.record("customer", account))?.deleted).toBe(true);
  await story.undelete(account);
  await story.mirror();
  expect(await story.record("customer", account)).toMatchObject({ id: account, deleted: false });
});

describe("an org that was set up anew since we looked", () => {
  test("an inactive price book entry: looked at again, then people are asked, once", async () => {
    const setup = await story.setup();
    await acceptEstimate(story.store, COMPANY);
    const [entry] = await story.local.rows(
      "SELECT Id FROM PricebookEntry WHERE Product2.ProductCode = 'PAINTBOX-LINE'",
    );
    const path = `sobjects/PricebookEntry/${String(entry?.["Id"])}`;
    await story.local.call("PATCH", path, { IsActive: false });
    expect(await story.send(setup)).toMatchObject({ error: { code: "setup_changed" } });
    expect(await story.tasks()).toEqual([]);
    story.time.now += MINUTE_MS;
    await story.send(setup);
    expect(await story.tasks()).toMatchObject([{ kind: "price_entry" }]);
    await story.local.call("PATCH", path, { IsActive: true });
    await story.settle({ choice: "retry" });
    await story.send();
    expect(await story.crm()).toMatchObject({ crmState: "sent" });
  });

  test("a stage taken away for another one: the next look finds it, nobody is asked", async () => {
    const setup = { ...(await story.setup()), stageName: "Prospecting" };
    await acceptEstimate(story.store, COMPANY);
    story.sandbox.settings.set({
      removedPicklistValues: [{ object: "Opportunity", field: "StageName", value: "Prospecting" }],
    });
    expect(await story.send(setup)).toMatchObject({ error: { code: "setup_changed" } });
    story.time.now += MINUTE_MS;
    await story.send(await story.setup());
    expect(await story.crm()).toMatchObject({ crmState: "sent" });
    expect(await story.tasks()).toEqual([]);
  });
});
