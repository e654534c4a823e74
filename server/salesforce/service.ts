import { randomUUID } from "node:crypto";
import type { SalesforceReport } from "../../shared/health.ts";
import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../observe/log.ts";
import { ACCEPTED_ESTIMATE } from "../outbox/jobs.ts";
import { releaseClaims } from "../outbox/outbox.ts";
import type { Store } from "../store/store.ts";
import type { Hub } from "../sync/hub.ts";
import { backoffMs } from "./backoff.ts";
import type { SalesforceClient } from "./client.ts";
import { type Connection, reportOf } from "./connection-report.ts";
import { type Answer, answered, retryAdvice, type SalesforceError } from "./errors.ts";
import { startLoop } from "./loop.ts";
import { readCheckpoint } from "./mirror/checkpoint.ts";
import { mirrorRound } from "./mirror/mirror.ts";
import { takeTurn, TurnLost } from "./mirror/turn.ts";
import { type Organisation, ownOrganisation } from "./own-organisation.ts";
import { lookAtOrg, type OrgSetup } from "./write-back/org-setup.ts";
import { writeBackRound } from "./write-back/worker.ts";

/** One API call a minute, 1,440 a day: an org has 15,000 and more. */
export const POLL_MS = 60_000;
/** New acceptances wake the worker at once; this is for those whose time to retry has come. */
const LOOK_FOR_WORK_MS = 2000;
/** How long what the org looks like is believed. A missing field is looked for sooner. */
const SETUP_KEPT_MS = 60 * 60_000;
const SETUP_PROBLEM_KEPT_MS = 60_000;
/** How long a stop waits for calls in flight before it cuts them; both sides bear that. */
const FINISH_MS = 5000;

export interface SalesforceService {
  state(): SalesforceReport;
  /** Looks for changes and for work now. */
  wake(): void;
  /** Finishes what is in flight, within seconds, and ends the client. */
  stop(): Promise<void>;
}

export interface ServiceParts {
  readonly salesforce: SalesforceClient;
  readonly store: Store;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollMs?: number | undefined;
}

/** Mirrors Salesforce into the store and writes accepted estimates back, for as long as the process lives. */
export function startSalesforce(parts: ServiceParts): SalesforceService {
  const service = new Service(parts, () => writeBack.wake());
  const mirror = startLoop(() => service.guarded("mirror", () => service.mirror()));
  const writeBack = startLoop(() => service.guarded("write-back", () => service.writeBack()));
  return {
    state: () => reportOf(service.connection, timeOfDay),
    wake() {
      mirror.wake();
      writeBack.wake();
    },
    async stop() {
      service.unsubscribe();
      const cut = setTimeout(() => parts.salesforce.close(), FINISH_MS);
      await Promise.all([mirror.stop(), writeBack.stop()]);
      clearTimeout(cut);
      parts.salesforce.close();
    },
  };
}

/** Made once: making it takes longer than a request. */
const clockFace = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
const timeOfDay = (milliseconds: number): string => clockFace.format(milliseconds);

class Service {
  connection: Connection = { lastAnswered: null, error: null, loading: null, setupProblem: null };
  unsubscribe: () => void = () => undefined;
  readonly #parts: ServiceParts;
  readonly #onEdit: () => void;
  #organisation: Organisation | null = null;
  #failures = 0;
  #setup: { readonly value: OrgSetup | null; readonly until: number } | null = null;
  #claimsReleased = false;
  readonly #turn = { holder: randomUUID() };

  /** @param onEdit called when tablets have changed something that may have to be written back. */
  constructor(parts: ServiceParts, onEdit: () => void) {
    this.#parts = parts;
    this.#onEdit = onEdit;
  }

  /** A bug in a round is logged and the loop goes on: the next round starts from what is on disk. */
  async guarded(name: string, round: () => Promise<number>): Promise<number> {
    try {
      return await round();
    } catch (error) {
      if (error instanceof TurnLost) return this.#parts.pollMs ?? POLL_MS;
      this.#parts.log.error(`salesforce.${name}-failed`, errorFields(error));
      return backoffMs("later", 1, Math.random());
    }
  }

  /** @returns milliseconds until the next round. */
  async mirror(): Promise<number> {
    const { store, clock, log, pollMs = POLL_MS } = this.#parts;
    await this.#parts.salesforce.shareUsage();
    const organisation = await this.#ownOrganisation();
    if (!organisation.ok) return this.#failed(organisation.error);
    const companyId = organisation.value.id;
    if (!(await this.#isOurTurn(companyId))) return pollMs;
    const { watermark } = await readCheckpoint(store, companyId, "Opportunity");
    const onProgress = (rows: number): void => {
      if (watermark === null) this.#note({ loading: rows, error: null });
    };
    const turn = store.isShared ? this.#turn : undefined;
    const round = await mirrorRound({ ...this.#parts, companyId, onProgress, turn });
    if (!round.ok) return this.#failed(round.error);
    if (watermark === null) log.info("mirror.loaded", { rows: round.value });
    this.#failures = 0;
    this.#note({ lastAnswered: clock.now(), error: null, loading: null });
    // A tenth of jitter keeps several servers from polling one org in step.
    return pollMs * (0.9 + Math.random() * 0.2);
  }

  /** @returns milliseconds until the next look. */
  async writeBack(): Promise<number> {
    // Where others work too, what looks like a dead process's claim may be a living one's: it runs out.
    if (!this.#claimsReleased && !this.#parts.store.isShared)
      await releaseClaims(this.#parts.store, [ACCEPTED_ESTIMATE]);
    this.#claimsReleased = true;
    // The mirror's round finds out who we are and backs off while nobody answers; this waits along.
    const companyId = this.#organisation?.id;
    if (companyId === undefined) return LOOK_FOR_WORK_MS;
    const setup = await this.#orgSetup();
    if (!setup) return LOOK_FOR_WORK_MS;
    const { worked, error } = await writeBackRound({ ...this.#parts, companyId }, setup);
    if (error?.code === "setup_changed") this.#setup = null;
    else if (error) this.#note({ error });
    return worked > 0 ? 0 : LOOK_FOR_WORK_MS;
  }

  /** Whether this process mirrors; if another one does, what it says of Salesforce is what we say. */
  async #isOurTurn(companyId: string): Promise<boolean> {
    const { store, clock } = this.#parts;
    if (!store.isShared) return true;
    const taken = await store.write((tx) => takeTurn(tx, companyId, this.#turn, clock.now()));
    if (taken.isOurs) return true;
    this.#failures = 0;
    this.#note({ lastAnswered: taken.lastSeen, error: null, loading: null });
    return false;
  }

  #failed(error: SalesforceError): number {
    this.#failures += 1;
    const delay = backoffMs(retryAdvice(error.code), this.#failures, Math.random());
    this.#note({ error });
    this.#parts.log.info("salesforce.away", { code: error.code, failures: this.#failures, delay });
    return delay;
  }

  #note(news: Partial<Connection>): void {
    this.connection = { ...this.connection, ...news };
  }

  async #ownOrganisation(): Promise<Answer<Organisation>> {
    if (this.#organisation) return answered(this.#organisation);
    const organisation = await ownOrganisation(this.#parts);
    if (organisation.ok && !this.#organisation) {
      this.#organisation = organisation.value;
      this.unsubscribe = this.#parts.hub.subscribe(organisation.value.id, this.#onEdit);
    }
    return organisation;
  }

  async #orgSetup(): Promise<OrgSetup | null> {
    const { salesforce, clock, log } = this.#parts;
    if (this.#setup && clock.now() < this.#setup.until) return this.#setup.value;
    const looked = await lookAtOrg(salesforce);
    if (!looked.ok) {
      // What was true an hour ago is still the best guess while Salesforce is away.
      const value = this.#setup?.value ?? null;
      this.#setup = { value, until: clock.now() + backoffMs("later", 1, 1) };
      return value;
    }
    const result = looked.value;
    this.#note({ setupProblem: result.ready ? null : result.problem });
    if (!result.ready) log.error("write-back.org-not-ready", { problem: result.problem });
    this.#setup = {
      value: result.ready ? result.setup : null,
      until: clock.now() + (result.ready ? SETUP_KEPT_MS : SETUP_PROBLEM_KEPT_MS),
    };
    return this.#setup.value;
  }
}
