import { printFraction } from "../../exact/print-fraction.ts";
import { printFigure, printFormula } from "../print-trace.ts";
import type { EntryReference, EstimateReference, Trace } from "../trace.ts";
import type { TraceNode, TraceTable } from "./trace-table.ts";

/** The place of a thing in a list, which it is added to the first time. */
function placeIn<T extends object>(list: T[], places: Map<T, number>, thing: T): number {
  const known = places.get(thing);
  if (known !== undefined) return known;
  const place = list.length;
  list.push(thing);
  places.set(thing, place);
  return place;
}

/** Writes traces into one table, each figure once. */
export class TraceTableBuilder {
  readonly #nodes: TraceNode[] = [];
  readonly #entries: EntryReference[] = [];
  readonly #places: EstimateReference[] = [];
  readonly #nodeOf = new Map<Trace, number>();
  readonly #entryOf = new Map<EntryReference, number>();
  readonly #placeOf = new Map<EstimateReference, number>();

  /** The place of a figure in the table; its inputs stand before it. */
  readonly add = (trace: Trace): number => {
    const known = this.#nodeOf.get(trace);
    if (known !== undefined) return known;
    const inputs = trace.inputs.map(this.add);
    const place = this.#nodes.length;
    this.#nodes.push(this.#nodeFor(trace, inputs));
    this.#nodeOf.set(trace, place);
    return place;
  };

  get table(): TraceTable {
    return { nodes: this.#nodes, entries: this.#entries, places: this.#places };
  }

  #nodeFor(trace: Trace, inputs: number[]): TraceNode {
    const { key, op, unit, value, entry, from } = trace;
    return {
      key,
      op,
      unit,
      value: printFraction(value),
      shown: printFigure(trace).text,
      formula: printFormula(trace),
      inputs,
      ...(entry !== undefined && { entry: placeIn(this.#entries, this.#entryOf, entry) }),
      ...(from !== undefined && { from: placeIn(this.#places, this.#placeOf, from) }),
    };
  }
}
