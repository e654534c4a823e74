import type { Localised, Sourced } from "./book/numbers.ts";
import type { KeyedList, Known } from "./known-keys.ts";
import { type PriceBookFault, type PriceBookFaultCode, printFound } from "./price-book-fault.ts";

/** Where the reading of a document is, and what it has found so far. */
export class Walk {
  readonly faults: PriceBookFault[] = [];
  /** The entry or setting that is being read: `substrates/walls`. */
  place = "";
  /** What that entry is called. */
  entry: Localised | null = null;
  /** The way inside it. */
  readonly inside: (string | number)[] = [];
  readonly known: Known;
  readonly #most: number;

  /** @param most how many faults are enough. */
  constructor(known: Known, most: number) {
    this.known = known;
    this.#most = most;
  }

  get isFull(): boolean {
    return this.faults.length >= this.#most;
  }

  /** @throws RangeError when nothing is wrong: callers ask first. */
  get first(): PriceBookFault {
    const [first] = this.faults;
    if (first === undefined) throw new RangeError("nothing is wrong");
    return first;
  }

  /** @param further from where the walk is, the way to what is wrong: `scopes.2.sheen`. */
  say(code: PriceBookFaultCode, found: unknown, expected = "", further = ""): void {
    if (this.isFull) return;
    const inside = [...this.inside, ...(further === "" ? [] : [further])].join(".");
    const path = [this.place, inside].filter((part) => part !== "").join("/");
    this.faults.push({ code, path, entry: this.entry, found: printFound(found), expected });
  }

  /** Says so when a list has no entry of that key. A missing key refers to nothing. */
  refer(list: KeyedList, key: string | undefined, further: string): void {
    if (key === undefined || this.known.keys[list].has(key)) return;
    this.say("unknown_key", key, list, further);
  }

  /** Says so for whatever stands in a list for a second time. */
  once(
    texts: readonly string[],
    wayTo: (index: number) => string,
    code: PriceBookFaultCode = "listed_twice",
  ): void {
    const seen = new Set<string>();
    for (const [index, text] of texts.entries()) {
      if (seen.has(text)) this.say(code, text, "", wayTo(index));
      seen.add(text);
    }
  }

  /** @param further the way to the number, which has its `value`. */
  atMost(most: number, number: Sourced | undefined, further: string): void {
    if (number === undefined || Number(number.value) <= most) return;
    this.say("too_high", number.value, String(most), `${further}.value`);
  }
}
