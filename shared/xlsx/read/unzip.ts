import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";
import type { WorkbookLimits } from "./limits.ts";
import { refuse } from "./workbook-error.ts";

// The records of a zip: PKWARE's APPNOTE, 4.3.
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LISTED = 0x02014b50;
const LISTED_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

/** The parts of a workbook, unpacked when asked for, by names that ignore case as packages do. */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  readonly #limits: WorkbookLimits;
  #packed = 0;
  #unpacked = 0;

  /** @throws Refusal */
  constructor(bytes: Uint8Array, limits: WorkbookLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    const end = this.#findEnd();
    if (end === undefined) refuse({ code: "not_a_zip" });
    this.#list(this.#view.getUint16(end + 10, true), this.#view.getUint32(end + 16, true), end);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * A part's bytes, complete and as they were packed; nothing when there is no such part.
   *
   * @throws Refusal
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const most = this.#limits.unpackedBytes;
    this.#unpacked += entry.size;
    if (this.#unpacked > most) refuse({ code: "too_large", what: "unpacked", most });
    // Parts that lie over one another, or one part asked for again and again, would cost more than the file's size.
    this.#packed += entry.packed;
    if (this.#packed > this.#bytes.length) broken(entry.name);
    const packed = this.#packedBytes(entry);
    const unpacked = entry.method === DEFLATED ? inflate(packed, entry.size) : packed;
    const sound = unpacked?.length === entry.size && crc32(unpacked) === entry.crc;
    return sound ? unpacked : broken(entry.name);
  }

  /** The record at the end of the file, which only a comment may follow. */
  #findEnd(): number | undefined {
    const last = this.#bytes.length - END_LENGTH;
    for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
      if (this.#view.getUint32(at, true) === END) return at;
    }
    return undefined;
  }

  #list(count: number, start: number, end: number): void {
    const most = this.#limits.parts;
    if (count > most) refuse({ code: "too_large", what: "parts", most });
    let at = start;
    for (let left = count; left > 0; left -= 1) {
      if (at + LISTED_LENGTH > end || this.#view.getUint32(at, true) !== LISTED) broken("");
      const next = at + LISTED_LENGTH + this.#view.getUint16(at + 28, true);
      if (next > end) broken("");
      // Some old writers part folders by backslashes.
      const name = latin(this.#bytes.subarray(at + LISTED_LENGTH, next)).replaceAll("\\", "/");
      if ((this.#view.getUint16(at + 8, true) & ENCRYPTED) !== 0) refuse({ code: "encrypted" });
      // Which of two parts of one name counts is what two readers disagree about.
      if (this.has(name)) broken(name);
      this.#entries.set(name.toLowerCase(), {
        name,
        method: this.#view.getUint16(at + 10, true),
        crc: this.#view.getUint32(at + 16, true),
        packed: this.#view.getUint32(at + 20, true),
        size: this.#view.getUint32(at + 24, true),
        start: this.#view.getUint32(at + 42, true),
      });
      at = next + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
  }

  #packedBytes({ name, method, packed, start }: Entry): Uint8Array {
    const known = method === STORED || method === DEFLATED;
    const whole = start + LOCAL_LENGTH <= this.#bytes.length;
    if (!known || !whole || this.#view.getUint32(start, true) !== LOCAL) broken(name);
    const names = this.#view.getUint16(start + 26, true) + this.#view.getUint16(start + 28, true);
    const from = start + LOCAL_LENGTH + names;
    if (from + packed > this.#bytes.length) broken(name);
    return this.#bytes.subarray(from, from + packed);
  }
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const broken = (part: string): never => refuse({ code: "broken_zip", part });
