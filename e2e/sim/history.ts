import type { DatabaseSync } from "node:sqlite";
import type { Action, Plan, ServerAction, TabletAction } from "./actions.ts";
import { violationsOf } from "./checker.ts";
import type { DiskImage } from "./disk.ts";
import { type Exchange, type Link, Network } from "./network.ts";
import { Observation, type Violation } from "./observation.ts";
import { OldTablet } from "./old-tablet.ts";
import { oldHand, people } from "./people.ts";
import { Users } from "./users.ts";
import { pullProblems } from "./pull-check.ts";
import { createRandom } from "./random.ts";
import { digestOf } from "./digest.ts";
import { Actor, Scheduler } from "./scheduler.ts";
import { type Reply, SimulatedServer } from "./server.ts";
import { loggedIds, readClock } from "./server-truth.ts";
import { Story } from "./story.ts";
import { SimulatedTablet } from "./tablet.ts";
import { scheduleWith } from "./take-over.ts";
import { BEGIN, type Template } from "./template.ts";

export interface Outcome {
  readonly violations: readonly Violation[];
  readonly story: readonly string[];
  /** Of everything that happened and of how everything ended: the same for the same plan. */
  readonly digest: string;
  readonly mutations: number;
  readonly turns: number;
  readonly exchanges: number;
  /** How often what kind of thing went wrong. */
  readonly faults: ReadonlyMap<string, number>;
}

const DAY_MS = 24 * 60 * 60_000;
/** Long enough for every request and answer under way, and not for the next look of a tablet that has nothing to do. */
const QUIET_MS = 5_000;
/** Each round lets every tablet hear what the others sent in the round before. */
const ROUNDS = 8;

/** One history: the engine, the handlers and everything that goes wrong around them, under one scheduler. */
export class History {
  readonly #plan: Plan;
  readonly #template: Template;
  readonly #database: DatabaseSync;
  readonly #scheduler: Scheduler;
  readonly #server: SimulatedServer;
  readonly #network: Network;
  readonly #tablets: readonly SimulatedTablet[];
  readonly #observation = new Observation();
  readonly #story = new Story();
  readonly #users: Users;
  readonly #faults = new Map<string, number>();
  readonly #images = new Map<SimulatedTablet, DiskImage>();
  readonly #old: OldTablet;
  readonly #oldActor = new Actor("the old tablet");
  readonly #oldLink: Link = {
    tablet: "The old tablet",
    identity: oldHand,
    faults: [],
    online: true,
  };
  #oldBegun = false;
  #backup: Uint8Array;
  #epoch: number;

  private constructor(plan: Plan, template: Template, database: DatabaseSync) {
    const random = createRandom(plan.seed);
    this.#plan = plan;
    this.#template = template;
    this.#database = database;
    database.deserialize(template.server);
    this.#backup = template.server;
    this.#epoch = readClock(database).epoch;
    this.#scheduler = new Scheduler(random, BEGIN + DAY_MS);
    const scheduler = this.#scheduler;
    this.#server = new SimulatedServer(database, scheduler, random, plan.pageSize);
    this.#network = new Network(scheduler, random, this.#server);
    const world = { scheduler, server: this.#server, network: this.#network, random };
    this.#tablets = people
      .slice(0, plan.tablets)
      .map((person, number) => new SimulatedTablet(world, number, person));
    const [observation, story] = [this.#observation, this.#story];
    this.#users = new Users({ database, scheduler, observation, story });
    this.#old = new OldTablet(this.#network.fetchFor(this.#oldActor, this.#oldLink));
    this.#watch();
  }

  /** @param database is overwritten. */
  static async run(plan: Plan, template: Template, database: DatabaseSync): Promise<Outcome> {
    const history = new History(plan, template, database);
    scheduleWith(history.#scheduler, new Actor("nobody"));
    const unhandled = (error: unknown) => history.#scheduler.thrown.push(error);
    process.on("unhandledRejection", unhandled);
    try {
      return await history.#play();
    } finally {
      process.off("unhandledRejection", unhandled);
      for (const tablet of history.#tablets) tablet.killAll();
      history.#server.stop();
      scheduleWith(null, null);
    }
  }

  #watch(): void {
    const observation = this.#observation;
    for (const [index, tablet] of this.#tablets.entries()) {
      tablet.hasLocks = this.#plan.hasLocks;
      const images = this.#plan.fresh.includes(index)
        ? this.#template.freshDisks
        : this.#template.disks;
      const image = images[index];
      if (!image) throw new Error("a tablet without a disk");
      tablet.disk.putBack(image);
      this.#images.set(tablet, image);
      observation.begin(tablet);
      tablet.disk.onCommit = (actor, tables) => observation.noteCommit(tablet, actor, tables);
    }
    this.#network.onSend = ({ tablet, path, ids }) => {
      const sender = this.#tablets.find(({ name }) => name === tablet);
      if (sender && path.endsWith("/push")) observation.noteOffered(sender, ids);
    };
    this.#network.onReply = (exchange, reply) => this.#noteReply(exchange, reply);
    this.#network.onFault = (link, fault, path) => {
      this.#count(fault);
      this.#story.tell(`${link.tablet} sends a ${path.split("/").at(-1)}: ${fault}`);
    };
    this.#server.onKilled = () => this.#story.tell("The server is killed");
  }

  #noteReply({ tablet, path, body }: Exchange, { status, text }: Reply): void {
    if (status === 200) {
      if (path.endsWith("/pull"))
        for (const problem of pullProblems(this.#database, this.#userOf(tablet), body, text))
          this.#observation.report("I4", `${tablet} pulls: ${problem}`);
      return;
    }
    const honest = ['"forked"', '"epoch_changed"', '"gap"'];
    if (!honest.some((code) => text.includes(code)))
      this.#observation.report("wire", `${tablet} ${path} is answered ${status}: ${text}`);
    this.#story.tell(`${tablet} is answered ${text.match(/"code":"(\w+)"/)?.[1]}`);
  }

  #userOf(name: string): string {
    return this.#tablets.find((tablet) => tablet.name === name)?.identity.userId ?? oldHand.userId;
  }

  #count(fault: string): void {
    this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1);
  }

  async #play(): Promise<Outcome> {
    for (const tablet of this.#tablets) {
      tablet.openTab();
      if (this.#plan.twoTabs) tablet.openTab();
    }
    await this.#scheduler.run({ milliseconds: 500 });
    for (const { wait, action } of this.#plan.steps) {
      await this.#scheduler.run(wait);
      this.#act(action);
    }
    const ended = await this.#settleDown();
    if (!ended) this.#observation.report("I5", "nobody comes to rest");
    for (const error of this.#scheduler.thrown)
      this.#observation.report("crash", error instanceof Error ? `${error.stack}` : String(error));
    const violations = [
      ...this.#observation.violations,
      ...violationsOf({
        database: this.#database,
        tablets: this.#tablets,
        observation: this.#observation,
        since: this.#template.rev,
      }),
    ];
    return {
      violations,
      story: this.#story.lines,
      digest: digestOf(this.#database, this.#tablets, [
        ...this.#story.lines,
        `${this.#scheduler.turns} ${this.#scheduler.now}`,
      ]),
      mutations: this.#observation.saved.size,
      faults: this.#faults,
      turns: this.#scheduler.turns,
      exchanges: this.#network.exchanges.length,
    };
  }

  /** Nothing goes wrong any more, and everybody gets the time to hear everything. */
  async #settleDown(): Promise<boolean> {
    this.#server.killedAfter = Infinity;
    this.#server.killedAtCommit = false;
    this.#server.restart();
    for (const tablet of this.#tablets) {
      tablet.disk.full = 0;
      tablet.link.faults.length = 0;
      tablet.link.online = true;
      for (const { actor } of tablet.tabs) this.#scheduler.thaw(actor);
    }
    this.#oldLink.faults.length = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (this.#oldBegun && !this.#old.done) this.#pushOld();
      for (const tablet of this.#tablets) {
        if (tablet.tabs.length + tablet.opening === 0) tablet.openTab();
        for (const { engine } of tablet.tabs) engine.syncNow();
      }
      if (!(await this.#scheduler.run({ quietWithin: QUIET_MS }))) return false;
      while (this.#network.underWay > 0)
        if (!(await this.#scheduler.run({ quietWithin: QUIET_MS }))) return false;
      if (round > 0 && this.#isQuiet()) return true;
    }
    return true;
  }

  #isQuiet(): boolean {
    const { rev } = readClock(this.#database);
    return (
      (!this.#oldBegun || this.#old.done) &&
      this.#tablets.every((tablet) => {
        const [meta] = tablet.disk.rows("meta");
        const cursor = typeof meta === "object" && meta && "cursor" in meta ? meta.cursor : null;
        return cursor === rev && tablet.disk.rows("outbox").length === 0 && !tablet.disk.busy;
      })
    );
  }

  #act(action: Action): void {
    if (!("tablet" in action)) return this.#actOnServer(action);
    const tablet = this.#tablets[action.tablet];
    if (tablet) this.#actOn(tablet, action);
  }

  #actOn(tablet: SimulatedTablet, action: TabletAction): void {
    const { name } = tablet;
    const tab =
      "tab" in action ? tablet.tabs[action.tab % Math.max(1, tablet.tabs.length)] : undefined;
    switch (action.do) {
      case "edit":
        if (tab) return this.#users.edit(tablet, tab, action);
        // A person who wants to write opens the app first.
        if (tablet.opening === 0) tablet.openTab();
        return;
      case "fault":
        tablet.link.faults.push(action.fault);
        return;
      case "replay":
        if (this.#network.replay(tablet.link, action.which))
          this.#happens("replay", `An old request of ${name} arrives once more`);
        return;
      case "offline":
      case "online":
        tablet.link.online = action.do === "online";
        return this.#happens(action.do, `${name} is ${action.do}`);
      case "open tab":
        if (tablet.tabs.length + tablet.opening > 1) return;
        tablet.openTab();
        return this.#happens("second tab", `${name} opens a tab`);
      case "kill tab":
        if (!tab) return;
        tablet.kill(tab.actor);
        return this.#happens("tab killed", `${tab.actor.name} is killed`);
      case "freeze":
        // A browser lets a tab end its transactions before it stops it: others wait for them.
        if (!tab || tablet.disk.isOpenFor(tab.actor)) return;
        this.#scheduler.freeze(tab.actor);
        return this.#happens("tab frozen", `${tab.actor.name} freezes`);
      case "thaw":
        if (tab) this.#scheduler.thaw(tab.actor);
        return;
      case "want":
        if (tab && this.#users.want(tablet, tab, action.pick))
          this.#happens("older estimate", `${tab.actor.name} asks for an estimate of long ago`);
        return;
      case "look":
        if (!tab) return;
        this.#users.look(tablet, tab);
        return this.#happens("look", `${tab.actor.name} looks at the screen`);
      case "sync now":
        return tab?.engine.syncNow();
      case "lose locks":
        tablet.locks.lose();
        return this.#happens("locks lost", `The browser of ${name} forgets who holds a lock`);
      case "disk full":
        tablet.disk.full = 1;
        return this.#happens("disk full", `The disk of ${name} has no room for the next commit`);
      case "copy disk":
        if (tablet.disk.busy) return;
        this.#images.set(tablet, tablet.disk.image());
        return this.#happens("disk copied", `The disk of ${name} is copied`);
      case "roll back":
        return this.#rollBack(tablet);
      case "tablet clock":
        tablet.clockSkew += action.days * DAY_MS;
        return this.#happens("tablet clock", `The clock of ${name} jumps ${action.days} days`);
    }
  }

  #actOnServer(action: ServerAction): void {
    switch (action.do) {
      case "server clock":
        this.#server.clockSkew += action.days * DAY_MS;
        return this.#happens("server clock", `The clock of the server jumps ${action.days} days`);
      case "kill server":
        if (!this.#server.alive) return this.#restart();
        if (action.statements === "commit") this.#server.killedAtCommit = true;
        else this.#server.killedAfter = action.statements;
        return this.#count("server killed");
      case "server backup":
        if (this.#database.isTransaction) return;
        this.#backup = this.#database.serialize();
        return this.#happens("server backup", "The server is backed up");
      case "verify backup":
        return this.#verifyBackup();
      case "dormancy":
        this.#server.keepHorizon();
        return this.#happens("dormancy", "The server looks which estimates lie dormant");
      case "server restore":
        return this.#restore();
      case "old build":
        if (!this.#oldBegun)
          this.#happens("old build", "A tablet of the first schema sends its work");
        this.#oldBegun = true;
        return this.#pushOld();
    }
  }

  #happens(kind: string, sentence: string): void {
    this.#count(kind);
    this.#story.tell(sentence);
  }

  #pushOld(): void {
    this.#scheduler.post(this.#oldActor, () => {
      this.#old.push().catch(() => undefined);
    });
  }

  #restart(): void {
    this.#server.restart();
    this.#story.tell("The server starts again");
  }

  /** Tablets may now forget what this backup holds, so that no earlier one is ever restored. */
  #verifyBackup(): void {
    if (this.#database.isTransaction) return;
    this.#backup = this.#database.serialize();
    const { rev } = readClock(this.#database);
    this.#database.prepare("update clock set backed_up_rev = ?").run(rev);
    this.#happens("backup verified", `A backup of revision ${rev} is made and verified`);
  }

  #restore(): void {
    if (this.#server.alive) this.#server.kill();
    this.#epoch += 1;
    this.#database.deserialize(this.#backup);
    this.#database.prepare("update clock set epoch = ?").run(this.#epoch);
    this.#server.restart();
    this.#observation.noteServerLog(loggedIds(this.#database));
    this.#old.done = false;
    const { rev } = readClock(this.#database);
    this.#happens("server restored", `The server is restored from its backup of revision ${rev}`);
  }

  #rollBack(tablet: SimulatedTablet): void {
    const image = this.#images.get(tablet);
    if (!image) return;
    tablet.putBack(image);
    this.#observation.noteRollBack(tablet, loggedIds(this.#database));
    tablet.openTab();
    this.#happens("tablet set back", `${tablet.name} is set back to the copy of its disk`);
  }
}
