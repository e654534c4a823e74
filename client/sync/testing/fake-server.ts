import type { AnyRecord } from "../../../shared/estimate/record.ts";
import type { Mutation } from "../../../shared/sync/mutation.ts";
import { applyOperation, type Clash } from "../../../shared/sync/operations.ts";
import {
  type ErrorCode,
  type MutationResult,
  pullRequestSchema,
  type PullResponse,
  pushRequestSchema,
  type PushResponse,
  type RejectionReason,
} from "../../../shared/sync/wire.ts";
import { serverFields } from "../../../shared/estimate/entities.ts";
import { missingFields } from "../../../shared/estimate/later-fields.ts";

import type { Reply } from "./bad-network.ts";
import type { LoggedEdit, SimulatedServer } from "./simulated-history.ts";
import { FORBIDDEN_NAME } from "./simulated-tablet.ts";

interface Client {
  readonly lastSeq: number;
  readonly lastId: string | null;
  readonly idBySeq: ReadonlyMap<number, string>;
}

interface State {
  readonly rev: number;
  readonly records: ReadonlyMap<string, AnyRecord>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly log: ReadonlyMap<string, LoggedEdit>;
}

const empty: State = { rev: 0, records: new Map(), clients: new Map(), log: new Map() };
const keyOf = ({ entity, id }: Pick<AnyRecord, "entity" | "id">): string => `${entity} ${id}`;

/**
 * The server's half of the protocol (docs/sync.md), in memory and without its rules about estimates. Its
 * state is a value, so that a backup is a reference and a restore an assignment.
 */
export class FakeServer implements SimulatedServer {
  #state: State = empty;
  #backup: State = empty;
  #epoch = 1;
  readonly #pageSize: number;

  /** @param pageSize small, so that pulls come in several pages. */
  constructor(pageSize = 7) {
    this.#pageSize = pageSize;
  }

  readonly disk = {
    backUp: () => {
      this.#backup = this.#state;
    },
    restoreBackup: () => {
      this.#state = this.#backup;
      this.#epoch += 1;
    },
  };

  readLog(): Promise<ReadonlyMap<string, LoggedEdit>> {
    return Promise.resolve(this.#state.log);
  }

  readRecords(): Promise<readonly AnyRecord[]> {
    return Promise.resolve([...this.#state.records.values()]);
  }

  /** A record written by the server itself: a customer from Salesforce, a price book. */
  publish(record: Omit<AnyRecord, "rev" | "updatedBy">): void {
    const rev = this.#state.rev + 1;
    this.#write([{ ...record, rev, updatedBy: "server" }]);
  }

  readonly handle = (path: string, text: string): Reply => {
    const json: unknown = JSON.parse(text);
    if (path.endsWith("/push")) {
      const request = pushRequestSchema.safeParse(json);
      if (!request.success) return refusal(400, "body_invalid");
      const { clientId, epoch, mutations } = request.data;
      return epoch !== null && epoch !== this.#epoch
        ? refusal(409, "epoch_changed")
        : this.#push(clientId, mutations);
    }
    const request = pullRequestSchema.safeParse(json);
    if (!request.success) return refusal(400, "body_invalid");
    return { status: 200, body: this.#pull({ ...request.data, want: request.data.want ?? [] }) };
  };

  #push(clientId: string, mutations: readonly Mutation[]): Reply {
    const results: MutationResult[] = [];
    for (const mutation of mutations) {
      const client = this.#client(clientId);
      if (mutation.seq > client.lastSeq + 1) break;
      if (mutation.seq <= client.lastSeq) {
        if (client.idBySeq.get(mutation.seq) !== mutation.id) return refusal(409, "forked");
      } else {
        this.#advance(clientId, client, mutation);
      }
      results.push(this.#take(mutation));
    }
    const { lastSeq, lastId } = this.#client(clientId);
    const body: PushResponse = { epoch: this.#epoch, lastSeq, lastId, results };
    return { status: 200, body };
  }

  #client(clientId: string): Client {
    return (
      this.#state.clients.get(clientId) ?? {
        lastSeq: 0,
        lastId: null,
        idBySeq: new Map<number, string>(),
      }
    );
  }

  #advance(clientId: string, client: Client, { id, seq }: Mutation): void {
    const idBySeq = new Map(client.idBySeq).set(seq, id);
    const clients = new Map(this.#state.clients).set(clientId, {
      lastSeq: seq,
      lastId: id,
      idBySeq,
    });
    this.#state = { ...this.#state, clients };
  }

  #take(mutation: Mutation): MutationResult {
    const { id } = mutation;
    const known = this.#state.log.get(id);
    if (known) return { id, outcome: "duplicate", reason: known.reason, message: null };
    const result = this.#apply(mutation);
    const logged = { operations: JSON.stringify(mutation.operations), reason: result.reason };
    this.#state = { ...this.#state, log: new Map(this.#state.log).set(id, logged) };
    return result;
  }

  #apply({ id: mutationId, operations }: Mutation): MutationResult {
    const changed = new Map<string, AnyRecord>();
    const rev = this.#state.rev + 1;
    const answer = (outcome: MutationResult["outcome"], reason: RejectionReason | null = null) => ({
      id: mutationId,
      outcome,
      reason,
      message: null,
    });
    let clashes = 0;
    for (const [index, operation] of operations.entries()) {
      const { entity, id } = operation;
      if (operation.op === "set" && operation.to === FORBIDDEN_NAME)
        return answer("rejected", "forbidden");
      const before = changed.get(keyOf(operation)) ?? this.#state.records.get(keyOf(operation));
      const ignored = new Set(Object.keys(serverFields[entity] ?? {}));
      const result = applyOperation(before, operation, ignored);
      if (result.outcome === "rejected") return answer("rejected", result.reason);
      if (result.outcome === "applied") {
        const { fields, deleted } = result.state;
        changed.set(keyOf(operation), { entity, id, fields, deleted, rev, updatedBy: "someone" });
      }
      if (result.outcome === "clash") {
        clashes += 1;
        const conflict = conflictRecord(result.clash, mutationId, index, rev);
        changed.set(keyOf(conflict), conflict);
      }
    }
    if (changed.size === 0) return answer("noop");
    this.#write([...changed.values()]);
    return answer(clashes > 0 ? "conflict" : "applied");
  }

  #write(written: readonly AnyRecord[]): void {
    const records = new Map(this.#state.records);
    for (const record of written) records.set(keyOf(record), record);
    this.#state = { ...this.#state, records, rev: this.#state.rev + 1 };
  }

  #pull(request: {
    clientId: string;
    epoch: number | null;
    cursor: number;
    want: readonly string[];
  }): PullResponse {
    const { rev, records } = this.#state;
    const reset = request.epoch !== this.#epoch;
    const from = reset ? 0 : request.cursor;
    const later = [...records.values()]
      .filter((record) => record.rev > from)
      .toSorted((one, other) => one.rev - other.rev);
    // Records of one revision stay together, or the cursor would skip some of them.
    const lastOfPage = later[this.#pageSize - 1]?.rev ?? rev;
    const page = later.filter((record) => record.rev <= lastOfPage);
    const more = page.length < later.length;
    const { lastSeq, lastId } = this.#client(request.clientId);
    return {
      epoch: this.#epoch,
      from,
      cursor: more ? lastOfPage : rev,
      more,
      reset,
      horizon: 0,
      wanted: [...request.want],
      living: null,
      lastSeq,
      lastId,
      records: page,
      backedUpRev: this.#backup.rev,
    };
  }
}

const refusal = (status: number, code: ErrorCode): Reply => ({
  status,
  body: { error: { code, message: "", retryable: false } },
});

const conflictRecord = (
  clash: Clash,
  mutationId: string,
  index: number,
  rev: number,
): AnyRecord => ({
  entity: "conflict",
  id: `${mutationId}-${index}`,
  fields: {
    estimateId: null,
    entity: clash.entity,
    entityId: clash.id,
    field: clash.field,
    base: JSON.stringify(clash.base ?? null),
    theirs: JSON.stringify(clash.theirs ?? null),
    mine: JSON.stringify(clash.mine ?? null),
    mutationId,
    authorName: "someone",
    state: "open",
    ...missingFields("conflict", {}),
  },
  deleted: false,
  rev,
  updatedBy: "someone",
});
