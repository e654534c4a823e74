import { type NetworkFault, networkFaults } from "./network.ts";
import { createRandom, type Random } from "./random.ts";
import type { Until } from "./scheduler.ts";
import { PULL_LIMIT } from "../../shared/sync/wire.ts";

/** What a person does at a tablet. */
export const editNames = [
  "doors",
  "windows",
  "width",
  "area name",
  "notes",
  "surface",
  "tick",
  "add area",
  "clone area",
  "move area",
  "remove area",
  "add item",
  "remove item",
  "undo",
  "redo",
  "new customer",
  "new estimate",
  "remove estimate",
  "accept",
  "reopen",
  "settle conflict",
  "bring back",
] as const;
export type EditName = (typeof editNames)[number];

/** One thing that happens in a history. `tablet` and `tab` count from 0; those that are not there do nothing. */
export type Action =
  | {
      readonly do: "edit";
      readonly tablet: number;
      readonly tab: number;
      readonly edit: EditName;
      /** Which of the records there are, and which value. */
      readonly pick: number;
      readonly value: number;
    }
  | { readonly do: "fault"; readonly tablet: number; readonly fault: NetworkFault }
  | { readonly do: "replay"; readonly tablet: number; readonly which: number }
  | {
      readonly do: "want";
      readonly tablet: number;
      readonly tab: number;
      /** Which of the estimates that lie dormant. */
      readonly pick: number;
    }
  | {
      readonly do:
        | "offline"
        | "online"
        | "open tab"
        | "roll back"
        | "copy disk"
        | "lose locks"
        | "disk full";
      readonly tablet: number;
    }
  | {
      readonly do: "look" | "kill tab" | "freeze" | "thaw" | "sync now";
      readonly tablet: number;
      readonly tab: number;
    }
  | { readonly do: "tablet clock"; readonly tablet: number; readonly days: number }
  | { readonly do: "server clock"; readonly days: number }
  | { readonly do: "kill server"; readonly statements: number | "commit" }
  | {
      readonly do: "server backup" | "verify backup" | "server restore" | "old build" | "dormancy";
    };

export type ServerAction = Exclude<Action, { readonly tablet: number }>;
export type TabletAction = Exclude<Action, ServerAction>;

export interface Step {
  /** What goes on before it. */
  readonly wait: Until;
  readonly action: Action;
}

/** A history before it is played: everything that can be left out of it, and a seed for the rest. */
export interface Plan {
  readonly seed: number;
  readonly tablets: number;
  readonly hasLocks: boolean;
  /** Whether every tablet begins with two tabs. */
  readonly twoTabs: boolean;
  /** Tablets that begin with an empty disk. */
  readonly fresh: readonly number[];
  /** Records of a page of a pull: small ones come in several. */
  readonly pageSize: number;
  readonly steps: readonly Step[];
}

const pickEdit = (random: Random): EditName => {
  const dice = random.next();
  if (dice < 0.4) return random.pick(["doors", "doors", "doors", "windows", "width", "notes"]);
  if (dice < 0.6)
    return random.pick(["undo", "redo", "remove area", "area name", "accept", "settle conflict"]);
  return random.pick(editNames);
};

const days = (random: Random): number => random.pick([-365, -1, 1, 91, 365]);

function pickAction(random: Random, tablets: number): Action {
  const tablet = random.below(tablets);
  const tab = random.chance(0.8) ? 0 : 1;
  const dice = random.next();
  if (dice < 0.56) {
    const [pick, value] = [random.below(3), random.below(4)];
    return { do: "edit", tablet, tab, edit: pickEdit(random), pick, value };
  }
  if (dice < 0.72) return { do: "fault", tablet, fault: random.pick(networkFaults) };
  if (dice < 0.74) return { do: "replay", tablet, which: random.below(1000) };
  if (dice < 0.8) return { do: "kill tab", tablet, tab };
  if (dice < 0.83) return { do: "open tab", tablet };
  if (dice < 0.86)
    return { do: random.pick(["offline", "offline", "online", "lose locks"]), tablet };
  if (dice < 0.88) return { do: random.pick(["freeze", "thaw"]), tablet, tab };
  if (dice < 0.92) return { do: random.pick(["copy disk", "roll back"]), tablet };
  if (dice < 0.93) return { do: "disk full", tablet };
  if (dice < 0.95)
    return random.chance(0.5)
      ? { do: "tablet clock", tablet, days: days(random) }
      : { do: "server clock", days: days(random) };
  if (dice < 0.965)
    return { do: "kill server", statements: random.chance(0.5) ? "commit" : random.below(30) };
  if (dice < 0.975) return { do: random.chance(0.5) ? "old build" : "dormancy" };
  return { do: random.pick(["server backup", "server backup", "verify backup", "server restore"]) };
}

function pickWait(random: Random): Until {
  const dice = random.next();
  if (dice < 0.35) return { turns: random.below(60) };
  if (dice < 0.9) return { milliseconds: random.below(1500) };
  return { milliseconds: random.below(70_000) };
}

/** How many things happen: enough for two people to get into each other's way. */
const STEPS = 9;

/** Everything was long ago for the server, somebody begins anew, and asks for some of it. */
function withLongAgo(steps: readonly Step[], tablets: number, random: Random): readonly Step[] {
  const tablet = random.below(tablets);
  const at = random.below(steps.length);
  const actions: readonly Action[] = [
    { do: "server clock", days: 365 },
    { do: "dormancy" },
    { do: "roll back", tablet },
    { do: "want", tablet, tab: 0, pick: random.below(3) },
  ];
  const inserted = actions.map((action) => ({ wait: pickWait(random), action }));
  return steps.toSpliced(at, 0, ...inserted);
}

/** In half of the histories people go on from what they saw when they last looked, not from what the disk has. */
function withLooks(steps: readonly Step[], tablets: number, random: Random): readonly Step[] {
  if (random.chance(0.5)) return steps;
  const looked = [...steps];
  for (let looks = random.below(5) + 1; looks > 0; looks -= 1) {
    const action = { do: "look" as const, tablet: random.below(tablets), tab: random.below(2) };
    looked.splice(random.below(looked.length), 0, { wait: { turns: random.below(60) }, action });
  }
  return looked;
}

/** The history of a seed. */
export function planOf(seed: number): Plan {
  const random = createRandom(seed);
  const tablets = random.chance(0.25) ? 3 : 2;
  const fresh = random.chance(0.2) ? [random.below(tablets)] : [];
  const steps = Array.from({ length: STEPS + random.below(STEPS) }, () => ({
    wait: pickWait(random),
    action: pickAction(random, tablets),
  }));
  const [hasLocks, twoTabs] = [random.chance(0.5), random.chance(0.3)];
  const pageSize = random.chance(0.3) ? random.pick([1, 2, 3, 7]) : PULL_LIMIT;
  const plan = { seed, tablets, hasLocks, twoTabs, fresh, pageSize };
  const played = random.chance(0.15) ? withLongAgo(steps, tablets, random) : steps;
  return { ...plan, steps: withLooks(played, tablets, random) };
}
