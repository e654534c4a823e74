import { decodeEntities } from "./decode-text.ts";
import { refuse, type XmlFault } from "./workbook-error.ts";

type Event = "open" | "close" | "text" | "end";

const DEEPEST = 100;
const [SPACE, QUOTE, APOSTROPHE, SLASH, LESS, GREATER] = [0x20, 0x22, 0x27, 0x2f, 0x3c, 0x3e];

/**
 * Walks once through the XML of a part, forwards, without building a tree. It holds the text to be well-formed as far
 * as it walks, ignores namespaces (an element goes by its local name, whatever the prefix), and knows no entities
 * but XML's own: nothing in the file can make it fetch or expand anything. Every method throws a Refusal.
 */
export class XmlScanner {
  /** Local name of the element that was opened last. */
  name = "";
  readonly #source: string;
  readonly #part: string;
  readonly #open: string[] = [];
  #at = 0;
  #attributes = "";
  #text = "";
  #selfClosed = false;
  #begun = false;

  constructor(source: string, part: string) {
    this.#source = source;
    this.#part = part;
  }

  /** Refuses the part. */
  fail(fault: XmlFault): never {
    refuse({ code: "broken_xml", part: this.#part, fault });
  }

  /** Enters the outermost element and gives its local name. */
  root(): string {
    for (;;) {
      const event = this.#next();
      if (event === "open") return this.name;
      if (event === "end") this.fail("markup");
    }
  }

  /**
   * The local names of the elements inside the one just opened. Each may be read by `children`, `text` or not at
   * all: what is left unread is skipped. Ends behind the element.
   */
  *children(): Generator<string, void, void> {
    const depth = this.#open.length;
    for (;;) {
      const event = this.#next();
      if (event === "open" && this.#open.length === depth + 1) yield this.name;
      if (event === "close" && this.#open.length < depth) return;
    }
  }

  /** All text inside the element just opened. Ends behind it. */
  text(): string {
    const depth = this.#open.length;
    let text = "";
    for (;;) {
      const event = this.#next();
      if (event === "text") text += this.#text;
      if (event === "close" && this.#open.length < depth) return text;
    }
  }

  /** An attribute of the element just opened by its full name or, written `*:id`, by its name with any prefix. */
  attribute(wanted: string): string | undefined {
    const source = this.#attributes;
    let at = 0;
    for (;;) {
      while (source.charCodeAt(at) <= SPACE) at += 1;
      if (at >= source.length) return undefined;
      const equals = source.indexOf("=", at);
      if (equals < 0) this.fail("markup");
      const name = source.slice(at, equals).trimEnd();
      let open = equals + 1;
      while (source.charCodeAt(open) <= SPACE) open += 1;
      const quote = source[open];
      if (name === "" || name.includes(" ") || (quote !== '"' && quote !== "'"))
        this.fail("markup");
      const close = source.indexOf(quote, open + 1);
      if (close < 0) this.fail("markup");
      if (name === wanted || (wanted.startsWith("*:") && name.endsWith(wanted.slice(1)))) {
        return decodeEntities(source.slice(open + 1, close)) ?? this.fail("markup");
      }
      at = close + 1;
    }
  }

  #next(): Event {
    if (this.#selfClosed) {
      this.#selfClosed = false;
      this.#open.pop();
      return "close";
    }
    const source = this.#source;
    while (this.#at < source.length) {
      if (source.charCodeAt(this.#at) !== LESS) {
        if (this.#readText()) return "text";
      } else {
        const event = this.#readMarkup(source[this.#at + 1]);
        if (event !== undefined) return event;
      }
    }
    if (this.#open.length > 0 || !this.#begun) this.fail("markup");
    return "end";
  }

  #readText(): boolean {
    const less = this.#source.indexOf("<", this.#at);
    const end = less < 0 ? this.#source.length : less;
    const raw = this.#source.slice(this.#at, end);
    this.#at = end;
    if (this.#open.length === 0) {
      if (raw.trim() !== "") this.fail("markup");
      return false;
    }
    this.#text = decodeEntities(oneLineEnd(raw)) ?? this.fail("markup");
    return true;
  }

  #readMarkup(next: string | undefined): Event | undefined {
    if (next === "/") return this.#readClose();
    if (next === "?") return this.#skipTo("?>", 2);
    if (next !== "!") return this.#readOpen();
    if (this.#source.startsWith("<!--", this.#at)) return this.#skipTo("-->", 4);
    if (!this.#source.startsWith("<![CDATA[", this.#at) || this.#open.length === 0) {
      this.fail(this.#source.startsWith("<!DOCTYPE", this.#at) ? "doctype" : "markup");
    }
    const start = this.#at + 9;
    this.#skipTo("]]>", 9);
    this.#text = oneLineEnd(this.#source.slice(start, this.#at - 3));
    return "text";
  }

  #skipTo(mark: string, from: number): undefined {
    const found = this.#source.indexOf(mark, this.#at + from);
    if (found < 0) this.fail("markup");
    this.#at = found + mark.length;
  }

  #readClose(): Event {
    const end = this.#source.indexOf(">", this.#at);
    if (end < 0) this.fail("markup");
    const name = this.#source.slice(this.#at + 2, end).trimEnd();
    if (this.#open.pop() !== name) this.fail("markup");
    this.#at = end + 1;
    return "close";
  }

  #readOpen(): Event {
    const source = this.#source;
    const start = this.#at + 1;
    let nameEnd = start;
    for (
      let code = source.charCodeAt(nameEnd);
      code > SPACE && code !== SLASH && code !== GREATER;
    ) {
      if (code === LESS || code === QUOTE || code === APOSTROPHE) this.fail("markup");
      nameEnd += 1;
      code = source.charCodeAt(nameEnd);
    }
    const end = this.#tagEnd(nameEnd);
    const full = source.slice(start, nameEnd);
    if (full === "" || (this.#open.length === 0 && this.#begun)) this.fail("markup");
    if (this.#open.length >= DEEPEST) this.fail("depth");
    this.#selfClosed = source.charCodeAt(end - 1) === SLASH;
    this.#attributes = source.slice(nameEnd, this.#selfClosed ? end - 1 : end);
    this.#begun = true;
    this.#open.push(full);
    this.name = full.slice(full.indexOf(":") + 1);
    this.#at = end + 1;
    return "open";
  }

  /** Where the tag ends: the first `>` that is not inside an attribute's value. */
  #tagEnd(from: number): number {
    const source = this.#source;
    for (let at = from; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === LESS) this.fail("markup");
      if (code === QUOTE || code === APOSTROPHE) {
        at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
        if (at < 0) this.fail("markup");
      }
    }
    this.fail("markup");
  }
}

/** XML has one line end, whatever the file has: a carriage return that is meant is written `_x000D_` or `&#13;`. */
const oneLineEnd = (text: string): string =>
  text.includes("\r") ? text.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : text;
