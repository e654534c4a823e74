import type { PostText } from "../wire-client.ts";
import type { Random } from "./random.ts";
import { turns } from "./turns.ts";

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** What answers requests in a test: the fake server, or the real one in e2e/sim. */
export type Answerer = (path: string, body: string) => Reply | Promise<Reply>;

/**
 * A network as a job site has it: requests get lost, arrive twice, late, or again much later; answers get
 * lost; a sign-in page answers instead of the server.
 */
export class BadNetwork {
  readonly #server: Answerer;
  readonly #random: Random;
  readonly #sent: (readonly [path: string, body: string])[] = [];
  isBad = true;

  constructor(server: Answerer, random: Random) {
    this.#server = server;
    this.#random = random;
  }

  readonly fetch: PostText = async (path, { body }) => {
    if (!this.isBad) return toResponse(await this.#server(path, body));
    const random = this.#random;
    await turns(random.below(6));
    if (random.chance(0.1)) throw new TypeError("no connection");
    if (random.chance(0.05)) return new Response("<html>Please sign in to HotelNet</html>");
    this.#sent.push([path, body]);
    if (random.chance(0.1)) await this.#server(path, body);
    const reply = await this.#server(path, body);
    await turns(random.below(12));
    if (random.chance(0.15)) throw new TypeError("the answer was lost");
    return toResponse(reply);
  };

  /** An old request arrives once more; nobody is there to hear its answer. */
  async replay(): Promise<void> {
    if (this.#sent.length > 0) await this.#server(...this.#random.pick(this.#sent));
  }
}

const toResponse = ({ status, body }: Reply): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
