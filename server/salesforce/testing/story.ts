import type { AnyFields, AnyRecord } from "../../../shared/estimate/record.ts";
import type { EntityName } from "../../../shared/estimate/entities.ts";
import type { Task } from "../../../shared/salesforce/tasks.ts";
import type { Identity } from "../../identity.ts";
import { silentLog } from "../../observe/log.ts";
import { ensureCompany } from "../../store/companies.ts";
import { nextRevision, putRecord, readRecord, recordsSince } from "../../store/records.ts";
import { openStore, type Store } from "../../store/store.ts";
import type { SalesforceClient } from "../client.ts";
import { mirrorRound } from "../mirror/mirror.ts";
import { listTasks } from "../tasks/list-tasks.ts";
import { type Settled, settleTask, type Settling } from "../tasks/settle-task.ts";
import { lookAtOrg, type OrgSetup } from "../write-back/org-setup.ts";
import { writeBackRound } from "../write-back/worker.ts";
import { ESTIMATE } from "./accept-estimate.ts";
import { type LocalSalesforce, sandboxCredentials, serveSalesforce } from "./local-salesforce.ts";

/** A server with its own little Salesforce, for a failure that really happened to somebody. */

/** The sandbox's organisation. */
export const COMPANY = "00DPb0000000001MAA";
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

export const theBoss: Identity = {
  companyId: COMPANY,
  companyName: "Bright Coat",
  userId: "005boss",
  userName: "Pat",
  role: "manager",
};

/** What a story needs of the Salesforce that its test brings. */
export interface LocalOrg {
  readonly fetch: Parameters<typeof serveSalesforce>[0];
  close(): void;
}
type CreateOrg<S> = (config: typeof sandboxCredentials & { readonly clock: () => Date }) => S;

export class Story<S extends LocalOrg> {
  /** One time for both sides, in Unix milliseconds; it stands still. */
  readonly time: { now: number };
  readonly clock = { now: (): number => this.time.now };
  readonly sandbox: S;
  readonly local: LocalSalesforce;
  readonly store: Store;
  readonly log = silentLog;
  readonly hub = { poke: (): void => undefined };
  client: SalesforceClient;

  private constructor(parts: {
    readonly time: { now: number };
    readonly sandbox: S;
    readonly local: LocalSalesforce;
    readonly store: Store;
  }) {
    this.time = parts.time;
    this.sandbox = parts.sandbox;
    this.local = parts.local;
    this.store = parts.store;
    this.client = this.local.client(this.clock);
  }

  static async begin<S extends LocalOrg>(createOrg: CreateOrg<S>): Promise<Story<S>> {
    const time = { now: Date.now() };
    const sandbox = createOrg({
      ...sandboxCredentials,
      clock: () => new Date(time.now),
    });
    const local = await serveSalesforce(sandbox.fetch, { now: () => time.now });
    const store = await openStore({ directory: ":memory:" });
    await store.write((tx) =>
      ensureCompany(tx, { id: COMPANY, name: "Bright Coat", now: time.now }),
    );
    return new Story({ time, sandbox, local, store });
  }

  async end(): Promise<void> {
    await this.local.close();
    await this.store.close();
    this.sandbox.close();
  }

  mirror(options: { readonly pageSize?: number; readonly client?: SalesforceClient } = {}) {
    const { client: salesforce = this.client, pageSize } = options;
    const { store, hub, clock } = this;
    return mirrorRound({ salesforce, store, hub, clock, companyId: COMPANY, pageSize });
  }

  async setup(): Promise<OrgSetup> {
    const looked = await lookAtOrg(this.client);
    if (!looked.ok) throw new Error(looked.error.message);
    if (!looked.value.ready) throw new Error(looked.value.problem);
    return looked.value.setup;
  }

  /** One round of the worker, as after a restart. */
  async send(setup?: OrgSetup, salesforce: SalesforceClient = this.client) {
    const { store, hub, clock, log } = this;
    const found = setup ?? (await this.setup());
    return writeBackRound({ salesforce, store, hub, clock, log, companyId: COMPANY }, found);
  }

  record(entity: EntityName, id: string): Promise<AnyRecord | undefined> {
    return this.store.read((tx) => readRecord(tx, COMPANY, entity, id));
  }

  async living(entity: EntityName): Promise<readonly AnyRecord[]> {
    const { records } = await this.store.read((tx) => recordsSince(tx, COMPANY, 0, 100_000));
    return records.filter((record) => record.entity === entity && !record.deleted);
  }

  /** The estimate's fields about Salesforce. */
  async crm(id = ESTIMATE): Promise<AnyFields> {
    return (await this.record("estimate", id))?.fields ?? {};
  }

  tasks(identity: Identity = theBoss): Promise<readonly Task[]> {
    return listTasks(this.store, identity, (id) => this.client.recordUrl(id));
  }

  /** Settles the oldest open task. */
  async settle(settling: Settling, identity: Identity = theBoss): Promise<Settled> {
    const [task] = await this.tasks();
    if (!task) throw new Error("there is nothing to settle");
    const { store, hub, clock, log, client: salesforce } = this;
    return settleTask({ store, salesforce, hub, clock, log }, identity, task.id, settling);
  }

  /** What a tablet's mutation leaves in the store. */
  async edit(entity: EntityName, id: string, fields: AnyFields): Promise<void> {
    await this.store.write(async (tx) => {
      const record = await readRecord(tx, COMPANY, entity, id);
      await putRecord(
        tx,
        COMPANY,
        { entity, id, deleted: false, fields: { ...record?.fields, ...fields } },
        { rev: await nextRevision(tx), updatedBy: "005tablet", now: this.time.now },
      );
    });
  }

  /** Somebody in the office makes a record. @returns its id. */
  async create(object: string, fields: AnyFields): Promise<string> {
    const body = await this.local.call("POST", `sobjects/${object}`, fields);
    if (typeof body === "object" && body !== null && "id" in body) return String(body.id);
    throw new Error("nothing was created");
  }

  /** What no REST call can do: a merge, a conversion. */
  async office(action: "merge" | "convert" | "undelete", body: object): Promise<void> {
    const response = await fetch(`${this.local.url}/__sandbox__/${action}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${action}: ${response.status}`);
  }

  /** Takes an Account out of the recycle bin, which only the office can. */
  undelete(accountId: string): Promise<void> {
    return this.office("undelete", { account: accountId });
  }

  /** How many records of an object there are that a condition fits. */
  async count(object: string, where: string): Promise<number> {
    return (await this.local.rows(`SELECT Id FROM ${object} WHERE ${where}`)).length;
  }
}

/** The write of an estimate, not the look before it. */
export const theWrite = { path: "/composite$", object: 'allOrNone":true' } as const;
/** One part of it. */
export const aPart = { scope: "subrequest", path: "sobjects/Quote/" } as const;
