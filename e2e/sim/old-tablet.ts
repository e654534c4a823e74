import type { PostText } from "../../client/sync/wire-client.ts";
import { firstMutations } from "../../shared/sync/testing/schema-1.ts";
import { PROTOCOL, pushResponseSchema } from "../../shared/sync/wire.ts";

const CLIENT_ID = "00000000-0000-7000-8000-0000000000f1";

/**
 * A tablet whose app is of the first schema: it sends what such an app once sent, and again for as long as it is not
 * told by number and id that the last of it has arrived.
 */
export class OldTablet {
  readonly #post: PostText;
  done = false;

  constructor(post: PostText) {
    this.#post = post;
  }

  async push(): Promise<void> {
    const body = JSON.stringify({
      protocol: PROTOCOL,
      schema: 1,
      build: "first",
      clientId: CLIENT_ID,
      epoch: null,
      mutations: firstMutations,
    });
    const response = await this.#post("/api/sync/push", { body });
    const answer = pushResponseSchema.safeParse(JSON.parse(await response.text()));
    this.done = answer.success && answer.data.lastId === firstMutations.at(-1)?.id;
  }
}
