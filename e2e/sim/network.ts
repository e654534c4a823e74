import type { PostText } from "../../client/sync/wire-client.ts";
import type { Identity } from "../../server/identity.ts";
import type { Random } from "./random.ts";
import { Actor, type Scheduler } from "./scheduler.ts";
import type { Reply, SimulatedServer } from "./server.ts";

/** What can happen to one request and its answer. */
export const networkFaults = [
  "request lost",
  "answer lost",
  "request twice",
  "request late",
  "answer late",
  "request cut off",
  "answer cut off",
  "sign-in page",
] as const;
export type NetworkFault = (typeof networkFaults)[number];

/** Everything that one tablet has put on the wire and got back, as the checker reads it. */
export interface Exchange {
  readonly tablet: string;
  readonly path: string;
  readonly body: string;
  /** What the server answered, whether or not it arrived; several if it came more than once. */
  readonly replies: Reply[];
}

export interface Link {
  readonly tablet: string;
  readonly identity: Identity;
  /** Faults that wait for the next requests, one each. */
  readonly faults: NetworkFault[];
  online: boolean;
}

/** Half of it is as long as the tablet waits for an answer. */
const LATE_MS = 30_000;

/** The network between the tablets and the server; who sends what, and what becomes of it. */
export class Network {
  readonly exchanges: Exchange[] = [];
  readonly actor = new Actor("the network");
  /** Called with the ids of the mutations in a request. */
  onSend: (sent: { tablet: string; path: string; ids: readonly string[] }) => void = () => {};
  onReply: (exchange: Exchange, reply: Reply) => void = () => {};
  onFault: (link: Link, fault: NetworkFault, path: string) => void = () => {};
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #server: SimulatedServer;
  #underWay = 0;

  constructor(scheduler: Scheduler, random: Random, server: SimulatedServer) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#server = server;
  }

  /** Requests and answers that have not arrived. */
  get underWay(): number {
    return this.#underWay;
  }

  fetchFor(tab: Actor, link: Link): PostText {
    return (path, { body, signal }) =>
      new Promise((resolve, reject) => {
        if (!tab.alive) return;
        const fail = (why: string) => {
          this.#scheduler.post(tab, () => reject(new TypeError(why)));
        };
        signal?.addEventListener("abort", () => fail("aborted"));
        if (!link.online) return fail("no connection");
        const fault = link.faults.shift();
        if (fault) this.onFault(link, fault, path);
        this.#send(link, path, body, fault, (reply) => {
          if (reply === null) return fail("the connection broke off");
          const { status, text } = reply;
          this.#scheduler.post(tab, () => {
            resolve({ status, text: () => Promise.resolve(text) });
          });
        });
      });
  }

  /** An old request arrives once more; nobody is there to hear its answer. */
  replay(link: Link, which: number): boolean {
    const theirs = this.exchanges.filter(({ tablet }) => tablet === link.tablet);
    const old = theirs[which % theirs.length];
    if (!old) return false;
    this.#send(link, old.path, old.body, undefined, () => {});
    return true;
  }

  #send(
    link: Link,
    path: string,
    body: string,
    fault: NetworkFault | undefined,
    arrived: (reply: Reply | null) => void,
  ): void {
    const exchange: Exchange = { tablet: link.tablet, path, body, replies: [] };
    this.exchanges.push(exchange);
    const ids = Array.from(body.matchAll(/"id":"([0-9a-f-]{36})","seq"/g), ([, id]) => id ?? "");
    this.onSend({ tablet: link.tablet, path, ids });
    if (fault === "request lost") return this.#travel(() => arrived(null));
    if (fault === "sign-in page")
      return this.#travel(() => arrived({ status: 200, text: "<html>Welcome to HotelNet</html>" }));
    const sent = fault === "request cut off" ? body.slice(0, body.length / 2) : body;
    const back = (reply: Reply | null): void => {
      const broken = reply === null || fault === "answer lost";
      const text = fault === "answer cut off" && reply ? reply.text.slice(0, -9) : reply?.text;
      this.#travel(
        () => arrived(broken || reply === null ? null : { status: reply.status, text: text ?? "" }),
        fault === "answer late" ? this.#random.below(LATE_MS) : 0,
      );
    };
    const handIn = (done: (reply: Reply | null) => void) => () =>
      this.#server.answer(link.identity, path, sent, (reply) => {
        if (reply && sent === body) {
          exchange.replies.push(reply);
          this.onReply(exchange, reply);
        }
        done(reply);
      });
    this.#travel(handIn(back), fault === "request late" ? this.#random.below(LATE_MS) : 0);
    if (fault === "request twice")
      this.#travel(
        handIn(() => {}),
        this.#random.below(3 * LATE_MS),
      );
  }

  #travel(work: () => void, extra = 0): void {
    this.#underWay += 1;
    const arrive = () => {
      this.#underWay -= 1;
      work();
    };
    this.#scheduler.later(this.actor, arrive, 20 + this.#random.below(180) + extra);
  }
}
