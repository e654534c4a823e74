import type { Local } from "../../client/local/local.ts";
import { openLocal } from "../../client/local/open-local.ts";
import { startSync, type SyncEngine } from "../../client/sync/engine.ts";
import type { SyncEnvironment } from "../../client/sync/environment.ts";
import type { Identity } from "../../server/identity.ts";
import { Disk, type DiskImage } from "./disk.ts";
import type { Link, Network } from "./network.ts";
import type { Random } from "./random.ts";
import { Actor, type Scheduler } from "./scheduler.ts";
import type { SimulatedServer } from "./server.ts";
import { TabletLocks } from "./tablet-locks.ts";

export interface World {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly server: SimulatedServer;
  readonly random: Random;
}

export interface Tab {
  readonly actor: Actor;
  readonly local: Local;
  readonly engine: SyncEngine;
}

/** A tablet: a disk, a clock, a user, and the tabs that are open on it. */
export class SimulatedTablet {
  readonly name: string;
  readonly identity: Identity;
  readonly disk: Disk;
  readonly link: Link;
  readonly locks: TabletLocks;
  /** The tabs whose engine runs. */
  readonly tabs: Tab[] = [];
  readonly #opening = new Set<Actor>();
  /** How wrong its clock is. */
  clockSkew = 0;
  hasLocks = true;
  readonly #world: World;
  readonly #number: number;
  #ids = 0;
  #opened = 0;

  constructor(world: World, number: number, identity: Identity) {
    this.name = `Tablet ${String.fromCodePoint(65 + number)}`;
    this.#world = world;
    this.#number = number;
    this.identity = identity;
    this.disk = new Disk(world.scheduler, new Actor(`${this.name}'s disk`));
    this.locks = new TabletLocks(world.scheduler);
    this.link = { tablet: this.name, identity, faults: [], online: true };
  }

  readonly now = (): number => Math.floor(this.#world.scheduler.now + this.clockSkew);

  /** From which revision on it holds everything. */
  get horizon(): number {
    const [meta] = this.disk.rows("meta");
    const known = typeof meta === "object" && meta !== null && "horizon" in meta ? meta.horizon : 0;
    return typeof known === "number" ? known : 0;
  }

  get opening(): number {
    return this.#opening.size;
  }

  /** Opens the app in a new tab. `ready` when its engine runs; never, if the tab is killed before. */
  openTab(ready: (tab: Tab) => void = () => {}): void {
    const { scheduler } = this.#world;
    this.#opened += 1;
    const actor = new Actor(`tab ${this.#opened} of ${this.name}`);
    this.#opening.add(actor);
    scheduler.post(actor, () => {
      const options = {
        companyId: this.identity.companyId,
        userId: this.identity.userId,
        now: this.now,
        randomBytes: this.#randomBytes,
        ...this.disk.openedBy(actor),
      };
      openLocal(options).then(
        (opened) => {
          if (!actor.alive) return;
          this.#opening.delete(actor);
          if (!opened.ok) return this.disk.release(actor);
          const local: Local = { ...opened.value, onSaved: () => {} };
          const environment = this.#environment(actor);
          const engine = startSync({ local, build: "simulation", environment });
          const tab = { actor, local, engine };
          this.tabs.push(tab);
          ready(tab);
        },
        (error: unknown) => scheduler.thrown.push(error),
      );
    });
  }

  /** The browser ends a tab, wherever it is. */
  kill(actor: Actor): void {
    this.#world.scheduler.kill(actor);
    this.disk.release(actor);
    this.locks.release(actor);
    this.#opening.delete(actor);
    const index = this.tabs.findIndex((tab) => tab.actor === actor);
    if (index === -1) return;
    // Its live query would otherwise go on listening in this process.
    for (const { engine } of this.tabs.splice(index, 1)) engine.stop();
  }

  killAll(): void {
    for (const actor of [...this.tabs.map((tab) => tab.actor), ...this.#opening]) this.kill(actor);
  }

  putBack(image: DiskImage): void {
    this.killAll();
    this.disk.putBack(image);
  }

  #environment(actor: Actor): SyncEnvironment {
    const { scheduler, network, server, random } = this.#world;
    return {
      fetch: network.fetchFor(actor, this.link),
      ...(this.hasLocks && { locks: this.locks.seenBy(actor) }),
      openHeartbeats: () => this.locks.heartbeatsOf(actor),
      openPokes: () => {
        let listener = () => {};
        const poke = () =>
          scheduler.later(network.actor, () => scheduler.post(actor, listener), 50);
        const stop = server.subscribe(this.identity.companyId, poke);
        return {
          addEventListener: (type, listen) => {
            if (type === "poke") listener = () => listen(new Event(type));
          },
          close: stop,
          readyState: 1,
        };
      },
      random: () => random.next(),
      now: this.now,
      elapsed: () => scheduler.now,
      later: (work, milliseconds) => scheduler.later(actor, work, milliseconds),
      isVisible: () => true,
      onAwake: () => {},
      onHidden: () => {},
    };
  }

  readonly #randomBytes = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => {
    this.#ids += 1;
    bytes.fill(this.#number + 1);
    new DataView(bytes.buffer).setUint32(bytes.length - 4, this.#ids);
    return bytes;
  };
}
