import type { DatabaseSync } from "node:sqlite";
import { wantEstimate } from "../../client/local/actions/want-estimate.ts";
import type { Action } from "./actions.ts";
import { startEdit } from "./edits.ts";
import type { Observation } from "./observation.ts";
import type { Actor, Scheduler } from "./scheduler.ts";
import { Screens } from "./screens.ts";
import { dormantFor } from "./server-truth.ts";
import type { Story } from "./story.ts";
import type { SimulatedTablet, Tab } from "./tablet.ts";

interface Surroundings {
  readonly database: DatabaseSync;
  readonly scheduler: Scheduler;
  readonly observation: Observation;
  readonly story: Story;
}

/** What people do with the app that is open before them: they look, they write, they ask for what is not there. */
export class Users {
  readonly #world: Surroundings;
  readonly #screens = new Screens();

  constructor(world: Surroundings) {
    this.#world = world;
    world.observation.onAdded = (tablet, actor, rows) =>
      this.#screens.noteAdded(tablet, actor, rows);
  }

  /** Somebody looks at the screen, and goes on from what it shows until somebody looks again. */
  look(tablet: SimulatedTablet, tab: Tab): void {
    this.#doing(tab.actor, () => this.#screens.draw(tablet, tab));
  }

  edit(
    tablet: SimulatedTablet,
    { local, actor }: Tab,
    action: Extract<Action, { do: "edit" }>,
  ): void {
    const { observation, story } = this.#world;
    const onSaved = (): void => {
      const row = observation.noteSaved(tablet, actor);
      if (!row) return;
      story.tell(`${actor.name} ${story.words(row.operations)}`);
      for (const value of this.#screens.unseenBy(row.id))
        observation.report("I6", `${tablet.name} replaces what nobody there has seen: ${value}`);
    };
    this.#doing(actor, async () => {
      const saved = await startEdit({ ...local, onSaved }, tablet.disk, action);
      if (saved?.ok === false && saved.error.code === "storage_failed")
        observation.report("crash", `an edit failed: ${saved.error.message}`);
    });
  }

  /** Somebody opens an estimate of long ago that is not on the tablet. @returns whether there is one. */
  want(tablet: SimulatedTablet, { local, actor, engine }: Tab, pick: number): boolean {
    const dormant = [...dormantFor(this.#world.database, tablet.identity.userId, tablet.horizon)];
    const estimateId = dormant[pick % dormant.length];
    if (estimateId === undefined) return false;
    // Without room for the wish nothing is promised.
    this.#doing(actor, () => wantEstimate(local, estimateId).then(engine.syncNow, () => undefined));
    return true;
  }

  /** In the tab's own turn; what becomes of it matters only while the tab lives. */
  #doing(actor: Actor, act: () => Promise<unknown>): void {
    const { scheduler } = this.#world;
    scheduler.post(actor, () => {
      act().catch((error: unknown) => {
        if (actor.alive) scheduler.thrown.push(error);
      });
    });
  }
}
