import { isAtLeast } from "./memory-level.ts";
import type { MemoryWatch } from "./memory-watch.ts";

/**
 * Up to so many bytes nobody waits for, and they are not counted: what tablets send all day. A full push is 60 KB.
 */
export const FREE_BODY_BYTES = 64 * 1024;
/** The part of the memory limit that bodies under way may have: 16 MB of 512. */
const SHARE_OF_LIMIT = 1 / 32;
/** Of that, what one person may have while others have bodies too. */
const SHARE_OF_PERSON = 1 / 2;
/**
 * What a body takes of memory, in its bytes: they themselves, their text, its values, checked copies of them, and what is
 * written. Measured over an idle process: a push of 5 MB 23 times as much, five megabytes of `{},{},{},` 40 times.
 */
const COST = 23;
/** Garbage goes without anybody being done: so often it is looked whether there is room again. */
const LOOK_AGAIN_MS = 250;
/** A large push is worked on for some two seconds. Whoever waits longer is told, and comes back. */
const WAIT_MS = 5000;
/** Whoever others wait for has to send this fast, but for the first moments: a poor 3G sends twice as much. */
const LEAST_BYTES_PER_SECOND = 32 * 1024;
const GRACE_MS = 5000;

/** One request's part of the budget. */
export interface BodyShare {
  /**
   * Makes it so many bytes altogether, when there is room.
   *
   * @returns false when there was none in time; it has what it had.
   */
  growTo(bytes: number): Promise<boolean>;
  /** So much of the body is here. Whoever is slower than others can wait for is cut. */
  progress(bytes: number): void;
  /** It is all here, or given up: from now on it is we who are slow. */
  arrived(): void;
  /** @param stop called when it must make room for others. */
  onCut(stop: () => void): void;
  /** Whether its body was turned away. */
  isRefused(): boolean;
  /** Once the request is answered, and what was made of its body is no longer needed. */
  release(): void;
}

export interface BodyBudget {
  /** @param who bodies of one person (or address) leave room for others'. */
  share(who: string): BodyShare;
  report(): { readonly heldBytes: number; readonly waiting: number };
}

interface Holding {
  readonly who: string;
  held: number;
  /** Null while nothing is being read, or we let it wait. */
  readingSince: number | null;
  here: number;
  isRefused: boolean;
  stop: () => void;
}

interface Waiting {
  readonly holding: Holding;
  readonly bytes: number;
  readonly settle: (hasRoom: boolean) => void;
}

/**
 * How many bytes of bodies may be under way together. Whoever finds no room waits in a queue in which those who have the
 * least come first, so that one person's hundred bodies cost another one place. A body that is larger than all of the
 * budget is taken while it is the only one; none is while memory is critical with garbage left aside.
 *
 * @param elapsed milliseconds since some moment.
 */
export function createBodyBudget(
  memory: Pick<MemoryWatch, "look" | "level" | "reading">,
  elapsed: () => number = () => performance.now(),
): BodyBudget {
  const capacity = memory.reading().limitBytes * SHARE_OF_LIMIT;
  const ofPerson = capacity * SHARE_OF_PERSON;
  const holdings = new Set<Holding>();
  const byPerson = new Map<string, number>();
  let queue: readonly Waiting[] = [];
  let held = 0;
  let again: NodeJS.Timeout | undefined;

  const heldBy = (who: string): number => byPerson.get(who) ?? 0;

  function hold(holding: Holding, bytes: number): void {
    const more = bytes - holding.held;
    held += more;
    const theirs = heldBy(holding.who) + more;
    if (theirs > 0) byPerson.set(holding.who, theirs);
    else byPerson.delete(holding.who);
    holding.held = bytes;
    if (bytes > 0) holdings.add(holding);
    else holdings.delete(holding);
  }

  /** Nobody is kept from their only body, however large it is. */
  const isWithin = (others: number, bytes: number, most: number): boolean =>
    others === 0 || others + bytes <= most;
  const isTheirTurn = ({ holding, bytes }: Waiting): boolean =>
    isWithin(heldBy(holding.who) - holding.held, bytes, ofPerson);
  function isRoomFor({ holding, bytes }: Waiting): boolean {
    const others = held - holding.held;
    if (!isWithin(others, bytes, capacity)) return false;
    memory.look();
    const { rssBytes, limitBytes } = memory.reading();
    if (rssBytes + COST * (others + bytes) <= limitBytes) return true;
    return others === 0 && !isAtLeast(memory.level(), "critical");
  }

  /** Lets in who can be. Small ones do not pass a large one by: it would wait for ever. */
  function serve(): void {
    for (;;) {
      const [next] = queue
        .filter(isTheirTurn)
        .toSorted((one, other) => heldBy(one.holding.who) - heldBy(other.holding.who));
      if (next === undefined || !isRoomFor(next)) break;
      queue = queue.filter((one) => one !== next);
      hold(next.holding, next.bytes);
      next.settle(true);
    }
    clearTimeout(again);
    if (queue.length > 0) again = setTimeout(serve, LOOK_AGAIN_MS);
  }

  function cutTheSlow(): void {
    for (const holding of holdings) {
      if (holding.readingSince === null) continue;
      const seconds = (elapsed() - holding.readingSince - GRACE_MS) / 1000;
      if (holding.here >= seconds * LEAST_BYTES_PER_SECOND) continue;
      holding.isRefused = true;
      holding.readingSince = null;
      holding.stop();
    }
  }

  const grow = (holding: Holding, bytes: number): Promise<boolean> =>
    new Promise((resolve) => {
      const waiting: Waiting = {
        holding,
        bytes,
        settle(hasRoom) {
          clearTimeout(timer);
          if (hasRoom) holding.readingSince = elapsed();
          else holding.isRefused = true;
          resolve(hasRoom);
        },
      };
      holding.readingSince = null;
      const timer = setTimeout(() => {
        queue = queue.filter((one) => one !== waiting);
        waiting.settle(false);
        serve();
      }, WAIT_MS);
      queue = [...queue, waiting];
      serve();
      if (queue.length > 0) cutTheSlow();
    });

  function share(who: string): BodyShare {
    const holding: Holding = {
      who,
      held: 0,
      readingSince: null,
      here: 0,
      isRefused: false,
      stop: () => undefined,
    };
    return {
      growTo: async (bytes) =>
        bytes <= FREE_BODY_BYTES || bytes <= holding.held || grow(holding, bytes),
      progress(bytes) {
        holding.here = bytes;
      },
      arrived() {
        holding.readingSince = null;
      },
      onCut(stop) {
        holding.stop = stop;
      },
      isRefused: () => holding.isRefused,
      release() {
        if (holding.held === 0) return;
        holding.readingSince = null;
        hold(holding, 0);
        // A few large bodies leave more garbage in a second than there is room for.
        memory.look();
        serve();
      },
    };
  }
  return { share, report: () => ({ heldBytes: held, waiting: queue.length }) };
}
