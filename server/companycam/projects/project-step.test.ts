import { createTestSandbox } from "../../sandbox/companycam/harness.ts";
import type { CompanyCamSandbox } from "../../sandbox/companycam/sandbox.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { maria, stranger } from "../../sync/testing/estimate-fixtures.ts";
import type { Store } from "../../store/store.ts";
import { quickKinds } from "../../store/testing/store-kinds.ts";
import { COMPANY, seedEstimate } from "../testing/some-estimate.ts";
import { type WorkingCompanyCam, workingCompanyCam } from "../testing/working-companycam.ts";

const PATH = "/api/v1/estimates/e1/companycam-project";
const MINUTE = 60_000;

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  let cam: WorkingCompanyCam<CompanyCamSandbox>;
  beforeEach(async () => {
    store = await kind.fresh();
    cam = await workingCompanyCam(store, createTestSandbox);
    await seedEstimate(store);
  });
  afterEach(async () => {
    await cam.close();
    await store.close();
  });

  const ask = async () => (await cam.tested.post(PATH, "")).json();
  const look = async (): Promise<unknown> =>
    (await cam.tested.app.request(PATH, { headers: { "x-test-user": maria.userId } })).json();
  const made = () =>
    cam.sandbox.account.projects
      .all()
      .filter(
        ({ address, status }) => address.street_address_1 === "1 Elm St" && status === "active",
      );
  const lose = (when: "before-commit" | "after-commit"): void => {
    const match = { method: "POST", path: "/projects$" };
    cam.sandbox.faults.add({ match, action: { kind: "drop", when } });
  };

  test("made where there is none, once, and told how far it is", async () => {
    expect(await look()).toMatchObject({ state: "none" });
    expect(await ask()).toMatchObject({ state: "waiting" });
    expect(await ask()).toMatchObject({ state: "waiting" });
    await cam.work();
    await cam.work();
    expect(made()).toHaveLength(1);
    expect(await look()).toEqual({ state: "linked", projectId: made()[0]?.id, message: null });
    expect(made()[0]?.name).toMatch(/^Jo Field, 1 Elm St \(PB-[2-9A-Z]{6}\)$/);
    await seedEstimate(store, { street: "1 ELM STREET" }, "e2");
    const second = await cam.tested.post("/api/v1/estimates/e2/companycam-project", "");
    expect(second.status).toBe(200);
  });

  test("found where somebody has one at the address, however they write it", async () => {
    const [known] = cam.sandbox.account.projects.all();
    const street = known?.address.street_address_1?.replace(/\bSt$/, "Street") ?? "";
    const city = known?.address.city ?? "";
    await seedEstimate(store, { street, city, postalCode: known?.address.postal_code ?? "" });
    await ask();
    await cam.work();
    expect(await look()).toMatchObject({ state: "linked", projectId: known?.id });
    expect(cam.requests("POST", "/projects")).toBe(0);
  });

  test("the answer is lost: the next attempt finds what was made, though the search does not know it yet", async () => {
    cam.sandbox.searchLag = 3600;
    lose("after-commit");
    await ask();
    await cam.work();
    expect(await look()).toMatchObject({ state: "waiting" });
    cam.later(2 * MINUTE);
    await cam.work();
    expect(await look()).toMatchObject({ state: "linked", projectId: made()[0]?.id });
    expect(made()).toHaveLength(1);
  });

  test("the request is lost: nothing is made for a minute, in which it could still arrive", async () => {
    lose("before-commit");
    await ask();
    await cam.work();
    cam.later(30_000);
    await cam.work();
    await cam.work();
    expect(cam.requests("POST", "/projects")).toBe(1);
    cam.later(MINUTE);
    await cam.work();
    expect(await look()).toMatchObject({ state: "linked" });
    expect(made()).toHaveLength(1);
  });

  test("CompanyCam writes the address in its own way: what we made is found by its marker", async () => {
    lose("after-commit");
    await ask();
    await cam.work();
    const [project] = made();
    if (!project) throw new Error("one was made");
    const address = { ...project.address, street_address_1: "1 Elm Close", postal_code: "99999" };
    cam.sandbox.account.projects.put({ ...project, address });
    cam.later(2 * MINUTE);
    await cam.work();
    expect(await look()).toMatchObject({ state: "linked", projectId: project.id });
  });

  test("a limit, a page, a scope: it waits, and goes on by itself", async () => {
    const error = { kind: "error", status: 429, errorCode: "Too many requests" } as const;
    cam.sandbox.faults.add({ match: { method: "GET" }, action: error });
    await ask();
    await cam.work();
    expect(await look()).toMatchObject({ state: "waiting" });
    // Our own pause after a 429 is counted by the machine's clock: another process has none.
    const fresh = await workingCompanyCam(store, createTestSandbox);
    fresh.later(10 * MINUTE);
    await fresh.work();
    expect(await look()).toMatchObject({ state: "linked" });
    await fresh.close();
  });

  test("what CompanyCam refuses is said, and asked again when a person wants it", async () => {
    cam.sandbox.faults.add({
      match: { method: "POST", path: "/projects$" },
      action: { kind: "error", status: 422, errorCode: "x", message: "Name is odd" },
    });
    await ask();
    await cam.work();
    const message = "CompanyCam answered 422: Name is odd.";
    expect(await look()).toEqual({ state: "refused", projectId: null, message });
    expect(await ask()).toMatchObject({ state: "waiting" });
    await cam.work();
    expect(await look()).toMatchObject({ state: "linked" });
  });

  test("no address, no estimate, another company's: each is said, nothing is asked", async () => {
    await seedEstimate(store, { street: " " }, "e3");
    await store.write((tx) => tx.deleteFrom("record").where("entity", "=", "customer").execute());
    const status = async (path: string, as = maria) => (await cam.tested.post(path, "", as)).status;
    expect(await status("/api/v1/estimates/e3/companycam-project")).toBe(422);
    expect(await status("/api/v1/estimates/nothing/companycam-project")).toBe(404);
    expect(await status(PATH, stranger)).toBe(404);
    expect(await status("/api/v1/estimates/%00/companycam-project")).toBe(404);
    expect(await status(PATH, { ...maria, role: "painter" })).toBe(403);
    expect(await store.db.selectFrom("outbox").selectAll().execute()).toEqual([]);
  });

  test("two processes at once make one", async () => {
    await ask();
    await Promise.all([cam.work(), cam.work(), cam.work()]);
    expect(made()).toHaveLength(1);
    const rows = await store.db.selectFrom("companycam_project").selectAll().execute();
    expect(rows).toMatchObject([{ company_id: COMPANY, standing: "linked" }]);
  });
});
