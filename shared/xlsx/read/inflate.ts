/**
 * Unpacks deflate (RFC 1951). Ours, because the usual ones build a table of 32,768 places for each block that asks for
 * long codes, and a block can be 13 bytes long: 300 KB made to that end keep fflate busy for over a second. Here
 * a block costs what its few hundred code lengths cost.
 */

/** The codes of an alphabet in order of length: how many there are of each, and what they stand for. */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const LONGEST_CODE = 15;
const END_OF_BLOCK = 256;
/** The order in which the lengths of the codes for code lengths are given (3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Where each symbol's range begins and how many bits say where in it (3.2.5). */
const LENGTHS = ranges(3, 28, (at) => (at < 8 ? 0 : (at >> 2) - 1), [258]);
const DISTANCES = ranges(1, 30, (at) => (at < 4 ? 0 : (at >> 1) - 1));

type Ranges = readonly (readonly [base: number, bits: number])[];

function ranges(
  first: number,
  count: number,
  bitsOf: (at: number) => number,
  last: readonly number[] = [],
): Ranges {
  let base = first;
  const all = Array.from({ length: count }, (_, at): readonly [number, number] => {
    const bits = bitsOf(at);
    base += 1 << bits;
    return [base - (1 << bits), bits];
  });
  return [...all, ...last.map((length) => [length, 0] as const)];
}

/** The codes by their lengths, 0 for symbols without one; nothing when there are more than fit. */
function codesOf(lengths: Uint8Array): Codes | undefined {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(LONGEST_CODE + 2);
  let free = 1;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const count = counts[length] ?? 0;
    free = free * 2 - count;
    if (free < 0) return undefined;
    offsets[length + 1] = (offsets[length] ?? 0) + count;
  }
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  }
  return { counts, symbols };
}

const FIXED_LENGTHS = codesOf(
  Uint8Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = codesOf(new Uint8Array(30).fill(5));

class Inflater {
  readonly out: Uint8Array<ArrayBuffer>;
  length = 0;
  readonly #packed: Uint8Array;
  #at = 0;
  #hold = 0;
  #held = 0;

  constructor(packed: Uint8Array, size: number) {
    this.#packed = packed;
    this.out = new Uint8Array(size);
  }

  /** Whether the whole of it could be unpacked. Every method gives nothing, or false, at the first thing amiss. */
  run(): boolean {
    for (;;) {
      const last = this.#take(1);
      const type = this.#take(2);
      const went =
        type === 0
          ? this.#stored()
          : type === 1
            ? this.#block(FIXED_LENGTHS, FIXED_DISTANCES)
            : type === 2 && this.#dynamic();
      if (!went) return false;
      if (last === 1) return true;
    }
  }

  /** The next bits as a number, at most 13; -1 when there are no more. */
  #take(count: number): number {
    while (this.#held < count) {
      if (this.#at >= this.#packed.length) return -1;
      this.#hold |= (this.#packed[this.#at] ?? 0) << this.#held;
      this.#at += 1;
      this.#held += 8;
    }
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#held -= count;
    return value;
  }

  /** The symbol of the next code; -1 when there is none. */
  #symbol({ counts, symbols }: Codes): number {
    while (this.#held < LONGEST_CODE && this.#at < this.#packed.length) {
      this.#hold |= (this.#packed[this.#at] ?? 0) << this.#held;
      this.#at += 1;
      this.#held += 8;
    }
    let [code, first, index] = [0, 0, 0];
    let hold = this.#hold;
    for (let length = 1; length <= LONGEST_CODE && length <= this.#held; length += 1) {
      code |= hold & 1;
      hold >>>= 1;
      const count = counts[length] ?? 0;
      if (code - first < count) {
        this.#hold = hold;
        this.#held -= length;
        return symbols[index + code - first] ?? -1;
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  #stored(): boolean {
    // Whole bytes that were read ahead go back.
    this.#at -= this.#held >> 3;
    [this.#hold, this.#held] = [0, 0];
    const from = this.#at + 4;
    const packed = this.#packed;
    if (from > packed.length) return false;
    const length = (packed[from - 4] ?? 0) | ((packed[from - 3] ?? 0) << 8);
    const check = (packed[from - 2] ?? 0) | ((packed[from - 1] ?? 0) << 8);
    const fits = from + length <= packed.length && this.length + length <= this.out.length;
    if (length !== (check ^ 0xffff) || !fits) return false;
    this.out.set(packed.subarray(from, from + length), this.length);
    this.length += length;
    this.#at = from + length;
    return true;
  }

  #dynamic(): boolean {
    const [literals, distances, given] = [this.#take(5), this.#take(5), this.#take(4)];
    if (literals < 0 || distances < 0 || given < 0) return false;
    const lengthLengths = new Uint8Array(LENGTH_ORDER.length);
    for (let at = 0; at < given + 4; at += 1) {
      const length = this.#take(3);
      if (length < 0) return false;
      lengthLengths[LENGTH_ORDER[at] ?? 0] = length;
    }
    const lengthCodes = codesOf(lengthLengths);
    const lengths = new Uint8Array(literals + 257 + distances + 1);
    if (lengthCodes === undefined || !this.#codeLengths(lengthCodes, lengths)) return false;
    return this.#block(
      codesOf(lengths.subarray(0, literals + 257)),
      codesOf(lengths.subarray(literals + 257)),
    );
  }

  #codeLengths(codes: Codes, lengths: Uint8Array): boolean {
    let at = 0;
    while (at < lengths.length) {
      const symbol = this.#symbol(codes);
      if (symbol < 0) return false;
      if (symbol < 16) {
        lengths[at] = symbol;
        at += 1;
        continue;
      }
      if (symbol === 16 && at === 0) return false;
      const more = symbol === 16 ? this.#take(2) : symbol === 17 ? this.#take(3) : this.#take(7);
      const end = at + more + (symbol === 18 ? 11 : 3);
      if (more < 0 || end > lengths.length) return false;
      lengths.fill(symbol === 16 ? (lengths[at - 1] ?? 0) : 0, at, end);
      at = end;
    }
    return true;
  }

  #block(literals: Codes | undefined, distances: Codes | undefined): boolean {
    if (literals === undefined || distances === undefined) return false;
    const { out } = this;
    for (;;) {
      const symbol = this.#symbol(literals);
      if (symbol === END_OF_BLOCK) return true;
      if (symbol < 0) return false;
      if (symbol < END_OF_BLOCK) {
        if (this.length >= out.length) return false;
        out[this.length] = symbol;
        this.length += 1;
      } else {
        const length = this.#inRange(LENGTHS[symbol - END_OF_BLOCK - 1]);
        const distance = this.#inRange(DISTANCES[this.#symbol(distances)]);
        const end = this.length + length;
        if (length < 0 || distance < 0 || distance > this.length || end > out.length) return false;
        // Byte by byte: the source may run into what is being written.
        for (let at = this.length; at < end; at += 1) out[at] = out[at - distance] ?? 0;
        this.length = end;
      }
    }
  }

  #inRange(range: readonly [base: number, bits: number] | undefined): number {
    if (range === undefined) return -1;
    const more = this.#take(range[1]);
    return more < 0 ? -1 : range[0] + more;
  }
}

/** The unpacked bytes; nothing unless the packed ones are sound and come to exactly `size`. */
export function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  const inflater = new Inflater(packed, size);
  return inflater.run() && inflater.length === size ? inflater.out : undefined;
}
