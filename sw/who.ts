import type { Budget } from "./budget.ts";
import type { Facts } from "./facts.ts";

/**
 * Whose pictures are kept on this tablet. The server asks of everybody who they are before it gives a picture; a cache asks
 * nothing. So it only has pictures while a page has said whose they are, and none of anybody else's.
 */
export class Who {
  readonly #facts: Facts;
  readonly #budget: Budget;

  constructor(facts: Facts, budget: Budget) {
    this.#facts = facts;
    this.#budget = budget;
  }

  /** Null: nobody is signed in here, or it is not known who; no picture is given or kept. */
  async here(): Promise<string | null> {
    const fact = await this.#facts.read("who");
    return fact?.name === "who" ? fact.who : null;
  }

  /** Somebody signed in, or out. Resolves when the pictures of whoever was here before are gone. */
  async become(who: string | null): Promise<void> {
    if ((await this.here()) === who) return;
    // The name is changed before others may write again: what was asked for in the former's name is not kept (`isStillWanted`).
    await this.#budget.empty("images", () => this.#facts.note({ name: "who", who }));
  }
}
