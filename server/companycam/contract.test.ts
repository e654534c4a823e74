import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSandbox } from "../sandbox/companycam/harness.ts";
import { openStore, type Store } from "../store/store.ts";
import { silentLog } from "../observe/log.ts";
import { connectCompanyCam } from "./connect.ts";
import type { CompanyCam } from "./port.ts";
import { type LocalCompanyCam, serveCompanyCam } from "./testing/local-companycam.ts";

/**
 * What the rest of the server may rely on, of both adapters: against the sandbox, and against a real account when
 * COMPANYCAM_TEST_TOKEN is in the environment. Make that an account for tests: a project and a webhook are left in it.
 */
const realToken = process.env["COMPANYCAM_TEST_TOKEN"] ?? "";
const places = ["sandbox", ...(realToken === "" ? [] : ["CompanyCam"])] as const;
const cases = places.flatMap((place) => (["v2", "v1"] as const).map((api) => ({ place, api })));

test.runIf(realToken === "")("skipped against a real account: no COMPANYCAM_TEST_TOKEN", () => {
  process.stdout.write("COMPANYCAM_TEST_TOKEN is not set: CompanyCam itself is not tested.\n");
  expect(cases).toHaveLength(2);
});

describe.each(cases)("$api of the $place", ({ place, api }) => {
  const sandbox = createTestSandbox({ at: new Date() });
  let local: LocalCompanyCam;
  let store: Store;
  let companyCam: CompanyCam;
  let close: () => void = () => undefined;
  const unique = `Contract ${Date.now().toString(36)}`;

  beforeAll(async () => {
    local = await serveCompanyCam(sandbox.fetch);
    store = await openStore({ directory: ":memory:" });
    const real = {
      api,
      apiUrl: api === "v2" ? "https://api.companycam.com" : "https://app.companycam.com",
      oauthUrl: "https://app.companycam.com",
      access: { by: "token", token: realToken },
      webhooks: false,
    } as const;
    const config = place === "sandbox" ? local.config(api) : real;
    const clock = { now: () => Date.now() };
    const connection = connectCompanyCam(config, { store, clock, log: silentLog, redis: null });
    companyCam = connection.companyCam;
    close = () => connection.close();
  });
  afterAll(async () => {
    close();
    await local.close();
    await store.close();
    sandbox.close();
  });

  const value = async <T>(
    answer: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
  ): Promise<T> => {
    const settled = await answer;
    if (!settled.ok) throw new Error(settled.error.message);
    return settled.value;
  };

  test("a project is made, read, renamed and found by its name and address", async () => {
    const before = Date.now();
    const made = await value(
      companyCam.createProject({
        name: unique,
        street: "417 Contract Way",
        city: "Golden",
        state: "CO",
        postalCode: "80401",
      }),
    );
    expect(made).toMatchObject({ name: unique, street: "417 Contract Way", isArchived: false });
    expect(Math.abs(made.createdAt - before)).toBeLessThan(10 * 60_000);
    expect(await value(companyCam.getProject(made.id))).toMatchObject({ id: made.id });
    const renamed = await value(companyCam.renameProject(made.id, `${unique} renamed`));
    expect(renamed.name).toBe(`${unique} renamed`);
    const recent = await value(companyCam.listProjects({ modifiedSince: before - 60_000 }));
    expect(recent.items.map(({ id }) => id)).toContain(made.id);
    if (place === "sandbox") {
      const found = await value(companyCam.searchProjects("417 contract"));
      expect(found.map(({ id }) => id)).toEqual([made.id]);
    }
  });

  test("what is not there is not found", async () => {
    const answer = await companyCam.getProject("1");
    expect(answer).toMatchObject({ ok: false, error: { code: "not_found", sort: "absent" } });
    expect(await companyCam.getPhoto("1")).toMatchObject({ error: { code: "not_found" } });
  });

  test("people and tags, and lists that end", async () => {
    expect((await value(companyCam.listUsers())).length).toBeGreaterThan(0);
    await value(companyCam.listTags());
    let pages = 0;
    let cursor: string | null = null;
    do {
      const page: { items: readonly unknown[]; next: string | null } = await value(
        companyCam.listProjects({ cursor }),
      );
      cursor = page.next;
      pages += 1;
    } while (cursor !== null && pages < 3);
    expect(pages).toBeGreaterThan(0);
  });

  test.runIf(place === "sandbox")(
    "photos: announced, listed by when they were taken, tagged",
    async () => {
      const [project] = (await value(companyCam.listProjects({}))).items;
      const capturedAt = Date.UTC(2026, 4, 1, 10, 0, 7) + 123;
      const announced = await value(
        companyCam.announcePhoto(project?.id ?? "", {
          uri: `${local.url}/static/none`,
          capturedAt,
          description: "Behind the door",
          tags: [],
        }),
      );
      const second = capturedAt - 123;
      expect(announced).toMatchObject({ processing: "pending", hash: null, capturedAt: second });
      const taken = { from: second, to: second };
      const page = await value(companyCam.listPhotos(project?.id ?? "", { taken }));
      expect(page).toMatchObject({ items: [{ id: announced.id }], next: null });
      const tags = await value(companyCam.tagPhoto(announced.id, ["Prep"]));
      expect(tags.map(({ name }) => name)).toEqual(["Prep"]);
    },
  );

  test.runIf(place === "sandbox")("photo lists go on by cursor while photos come in", async () => {
    const project = sandbox.account.projects.all()[3]?.id ?? "";
    const [photo] = sandbox.account.photos.all();
    if (!photo) throw new Error("the sandbox has photos");
    const put = (count: number) =>
      sandbox.account.transact(() => {
        for (let each = 0; each < count; each += 1)
          sandbox.account.photos.put({ ...photo, id: sandbox.account.newId(), projectId: project });
      });
    put(150);
    const first = await value(companyCam.listPhotos(project, {}));
    put(30);
    const second = await value(companyCam.listPhotos(project, { cursor: first.next }));
    const ids = new Set([...first.items, ...second.items].map(({ id }) => id));
    expect(ids.size).toBe(first.items.length + second.items.length);
    expect(second.next).toBeNull();
  });

  test.runIf(place === "sandbox")(
    "webhooks: made, told with their secret, turned on again",
    async () => {
      const wanted = { url: `${local.url}/hook`, scopes: ["photo.*"], token: "secret" };
      const made = await value(companyCam.createWebhook(wanted));
      expect(made).toMatchObject({ url: wanted.url, isEnabled: true, token: "secret" });
      const webhook = sandbox.account.webhooks.get(made.id);
      if (webhook) sandbox.account.webhooks.put({ ...webhook, enabled: false });
      expect(await value(companyCam.listWebhooks())).toMatchObject([{ isEnabled: false }]);
      const repaired = await value(companyCam.repairWebhook(made.id, { ...wanted, token: "new" }));
      expect(repaired).toMatchObject({ isEnabled: true, token: "new" });
    },
  );
});
