import * as z from "zod/mini";
import type { Mutation } from "../../shared/sync/mutation.ts";
import { pushResponseSchema } from "../../shared/sync/wire.ts";
import {
  addCustomer,
  customerFields,
  maria,
  mutation,
  pushOf,
  setField,
  uuid,
} from "../sync/testing/estimate-fixtures.ts";

/** Longer than any answer takes; one that does not come is sent for again, as a tablet does. */
const ANSWER_MS = 20_000;
/** Mutations of one push at the most. */
const MAX_PUSH = 5;
/** Room for a writer's mutations among the ids. */
const IDS = 0x1000000;

/**
 * A tablet that writes as fast as the server answers. Each mutation makes a record and moves a counter on
 * by one from the value before, so that a lost one and one applied twice both leave a mark. What was not
 * answered is sent again, under the same ids, to the next server.
 */
export class Writer {
  readonly clientId: string;
  readonly #number: number;
  /** Made and not yet acknowledged, in their order. */
  #outbox: Mutation[] = [];
  #made = 0;
  /** Mutations 1 to this one are acknowledged. */
  acknowledged = 0;

  constructor(number: number) {
    this.#number = number;
    this.clientId = uuid(0xf000_0000 + number);
  }

  get counterId(): string {
    return `counter-${this.#number}`;
  }

  /** The id of one of its mutations, counted from 1. */
  idOf(seq: number): string {
    return uuid(this.#number * IDS + seq);
  }

  /**
   * Pushes until the server is gone.
   *
   * @param answered called after each acknowledgement.
   */
  async pushUntilGone(url: string, answered: () => void): Promise<void> {
    for (;;) {
      if (this.#outbox.length === 0) this.#make(1 + Math.floor(Math.random() * MAX_PUSH));
      try {
        const response = await fetch(`${url}/api/sync/push`, {
          method: "POST",
          headers: { "content-type": "application/json", "x-test-user": maria.userId },
          body: JSON.stringify(pushOf(this.#outbox.slice(0, MAX_PUSH), this.clientId)),
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        const body: unknown = await response.json();
        if (response.ok) {
          this.#acknowledge(z.parse(pushResponseSchema, body).lastSeq);
          answered();
        }
        // The database is away; anything else that is refused is a finding.
        else if (response.status !== 503)
          throw new Refused(`${response.status} ${JSON.stringify(body)}`);
      } catch (error) {
        if (error instanceof Refused || error instanceof z.core.$ZodError) throw error;
        return;
      }
    }
  }

  #acknowledge(lastSeq: number): void {
    this.acknowledged = lastSeq;
    this.#outbox = this.#outbox.filter((one) => one.seq > lastSeq);
  }

  #make(count: number): void {
    for (let more = count; more > 0; more -= 1) {
      this.#made += 1;
      const seq = this.#made;
      const counter = this.counterId;
      const counting =
        seq === 1
          ? { ...addCustomer, id: counter, fields: { ...customerFields, name: "1" } }
          : setField("customer", counter, "name", String(seq - 1), String(seq));
      const record = { ...addCustomer, id: `w${this.#number}-${seq}` };
      this.#outbox.push(mutation(this.#number * IDS + seq, seq, [record, counting]));
    }
  }
}

/** A server that runs took offence at a sound push. */
export class Refused extends Error {
  override readonly name = "Refused";
}
