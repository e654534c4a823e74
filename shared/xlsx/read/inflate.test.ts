import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inflate } from "./inflate.ts";

const STRATEGIES = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FIXED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
];
const plainBytes = (bytes: Uint8Array | undefined): Uint8Array | undefined =>
  bytes && new Uint8Array(bytes);

/** Bytes that repeat now and then, near and far. */
const repetitive = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 300 })), {
    maxLength: 12,
  })
  .map((runs) =>
    Uint8Array.from(
      runs.flatMap(([bytes, times]) => Array.from({ length: times }, () => [...bytes]).flat()),
    ),
  );

test("what zlib packs, by every strategy and level, is unpacked", () => {
  const options = fc.record({
    level: fc.constantFrom(0, 1, 6, 9),
    strategy: fc.constantFrom(...STRATEGIES),
  });
  fc.assert(
    fc.property(repetitive, options, (bytes, how) => {
      const packed = deflateRawSync(bytes, how);
      expect(Buffer.compare(inflate(packed, bytes.length) ?? new Uint8Array(1), bytes)).toBe(0);
      expect(inflate(packed, bytes.length + 1)).toBeUndefined();
      if (bytes.length > 0) expect(inflate(packed, bytes.length - 1)).toBeUndefined();
      expect(inflate(packed.subarray(0, -1), bytes.length)).toBeUndefined();
    }),
  );
});

test("on damaged data it says what zlib says", () => {
  const bytes = Uint8Array.from({ length: 4_000 }, (_, at) => ((at * at) % 251) & (at >> 3));
  const packed = deflateRawSync(bytes);
  fc.assert(
    fc.property(fc.nat(packed.length * 8 - 1), (bit) => {
      const damaged = Uint8Array.from(packed);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const theirs = zlibSays(damaged);
      const ours = inflate(damaged, theirs?.length ?? bytes.length);
      expect(plainBytes(ours)).toEqual(plainBytes(theirs));
    }),
    { numRuns: 300 },
  );
});

function zlibSays(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(packed);
  } catch {
    return undefined;
  }
}

test("blocks that are all preamble, forty thousand of them, are read in time", () => {
  const bytes = preambles(500_000);
  expect(inflate(bytes, 0)).toHaveLength(0);
});

/** Blocks of 13 bytes that hold nothing but the longest codes there are. */
function preambles(length: number): Uint8Array {
  const packed = new Uint8Array(length * 2);
  let at = 0;
  const put = (value: number, bits: number): void => {
    for (let bit = 0; bit < bits; bit += 1, at += 1) {
      packed[at >> 3] = (packed[at >> 3] ?? 0) | (((value >> bit) & 1) << (at & 7));
    }
  };
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  for (let block = 0; block < length / 13; block += 1) {
    put(0b100, 3);
    put(0, 10);
    put(15, 4);
    for (const symbol of order) put(symbol === 18 || symbol === 15 ? 1 : 0, 3);
    // 256 symbols without a code; then end of block, and one distance, by 15 bits.
    for (const zeros of [138, 118]) put(1 | ((zeros - 11) << 1), 8);
    put(0, 2);
    put(0, 15);
  }
  put(0b011, 3);
  put(0, 7);
  return packed.subarray(0, Math.ceil(at / 8));
}
