/**
 * A hand-written recursive-descent parser for the part of SOQL that record clients send: field
 * lists with parent paths and child subqueries, WHERE, ORDER BY, LIMIT, OFFSET, COUNT().
 * GROUP BY, HAVING, TYPEOF, aliases and other aggregates are refused as unexpected tokens.
 */
import { SalesforceError } from "../salesforce-error.ts";
import { type Token, tokenize } from "./lexer.ts";
import type {
  Comparison,
  Condition,
  Literal,
  Name,
  Ordering,
  Path,
  Query,
  Selection,
} from "./query.ts";
import { unexpectedToken } from "./query-error.ts";

/** Salesforce refuses to skip more rows than this. */
const largestOffset = 2_000;

/** @throws SalesforceError MALFORMED_QUERY with the caret under the first token that does not fit */
export function parseQuery(soql: string): Query {
  const parser = new Parser(soql);
  const query = parser.query();
  parser.expectEnd();
  return query;
}

class Parser {
  readonly #soql: string;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(soql: string) {
    this.#soql = soql;
    this.#tokens = tokenize(soql);
  }

  query(): Query {
    this.#expectWord("select");
    const countOnly = this.#takeCount();
    const selections = countOnly ? [] : this.#list(() => this.#selection());
    this.#expectWord("from");
    const from = this.#name();
    const where = this.#takeWord("where") ? this.#conditions() : undefined;
    const orderBy = this.#takeWord("order") ? this.#orderings() : [];
    const limit = this.#takeWord("limit") ? this.#wholeNumber() : undefined;
    const offset = this.#takeWord("offset") ? this.#wholeNumber() : 0;
    if (offset > largestOffset) {
      throw new SalesforceError(
        "NUMBER_OUTSIDE_VALID_RANGE",
        `Maximum SOQL offset allowed is ${largestOffset}`,
      );
    }
    return { text: this.#soql, selections, countOnly, from, where, orderBy, limit, offset };
  }

  expectEnd(): void {
    if (this.#peek().kind !== "end") throw this.#unexpected();
  }

  #selection(): Selection {
    if (this.#takeSymbol("(")) {
      const query = this.query();
      this.#expectSymbol(")");
      return { kind: "children", query };
    }
    const path = this.#path();
    if (path.length === 1 && path[0].text.toLowerCase() === "fields" && this.#takeSymbol("(")) {
      if (!["all", "standard", "custom"].includes(this.#name().text.toLowerCase()))
        throw this.#unexpected(-1);
      this.#expectSymbol(")");
      return { kind: "all-fields", at: path[0].at };
    }
    return { kind: "path", path };
  }

  #takeCount(): boolean {
    const [word, open, close] = this.#tokens.slice(this.#index, this.#index + 3);
    const isCount =
      word?.text.toLowerCase() === "count" && open?.text === "(" && close?.text === ")";
    if (isCount) this.#index += 3;
    return isCount;
  }

  /** Salesforce does not let AND and OR stand side by side without parentheses; neither do we. */
  #conditions(): Condition {
    const parts = [this.#condition()];
    const joint = this.#isWord("and") ? "and" : this.#isWord("or") ? "or" : undefined;
    if (joint === undefined) return parts[0] ?? this.#fail();
    while (this.#takeWord(joint)) parts.push(this.#condition());
    if (this.#isWord("and") || this.#isWord("or")) throw this.#unexpected();
    return { kind: joint, parts };
  }

  #condition(): Condition {
    if (this.#takeWord("not")) return { kind: "not", part: this.#condition() };
    if (this.#takeSymbol("(")) {
      const inner = this.#conditions();
      this.#expectSymbol(")");
      return inner;
    }
    const path = this.#path();
    const negated = this.#takeWord("not");
    if (this.#takeWord("in")) return this.#membership(path, negated);
    if (negated) throw this.#unexpected();
    return { kind: "compare", path, operator: this.#operator(), value: this.#literal() };
  }

  #membership(path: Path, negated: boolean): Condition {
    this.#expectSymbol("(");
    const condition: Condition = this.#isWord("select")
      ? { kind: "in-query", path, negated, query: this.query() }
      : { kind: "in", path, negated, values: this.#list(() => this.#literal()) };
    this.#expectSymbol(")");
    return condition;
  }

  #operator(): Comparison {
    const token = this.#next();
    const text = token.text.toLowerCase();
    switch (text) {
      case "=":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        if (token.kind === "symbol") return text;
        break;
      case "<>":
        return "!=";
      case "like":
        if (token.kind === "word") return text;
        break;
      default:
        break;
    }
    throw this.#unexpected(-1);
  }

  #literal(): Literal {
    const token = this.#next();
    switch (token.kind) {
      case "string":
        return { kind: "string", value: token.text };
      case "number":
        return { kind: "number", value: Number(token.text) };
      case "date":
        return { kind: "date", value: token.text };
      case "datetime":
        return { kind: "datetime", value: token.text };
      case "word":
        return this.#wordLiteral(token);
      case "symbol":
      case "end":
        throw this.#unexpected(-1);
    }
  }

  #wordLiteral(token: Token): Literal {
    switch (token.text.toLowerCase()) {
      case "null":
        return { kind: "null" };
      case "true":
        return { kind: "boolean", value: true };
      case "false":
        return { kind: "boolean", value: false };
      case "yesterday":
        return { kind: "days", from: -1, to: 0 };
      case "today":
        return { kind: "days", from: 0, to: 1 };
      case "tomorrow":
        return { kind: "days", from: 1, to: 2 };
      case "last_n_days":
        this.#expectSymbol(":");
        return { kind: "days", from: -this.#wholeNumber(), to: 1 };
      case "next_n_days":
        this.#expectSymbol(":");
        return { kind: "days", from: 1, to: this.#wholeNumber() + 1 };
      default:
        throw this.#unexpected(-1);
    }
  }

  #orderings(): readonly Ordering[] {
    this.#expectWord("by");
    return this.#list(() => {
      const path = this.#path();
      const descending = !this.#takeWord("asc") && this.#takeWord("desc");
      if (!this.#takeWord("nulls")) return { path, descending, nullsFirst: true };
      const nullsFirst = this.#takeWord("first");
      if (!nullsFirst) this.#expectWord("last");
      return { path, descending, nullsFirst };
    });
  }

  #path(): Path {
    const path: [Name, ...Name[]] = [this.#name()];
    while (this.#takeSymbol(".")) path.push(this.#name());
    return path;
  }

  #name(): Name {
    const token = this.#next();
    if (token.kind !== "word") throw this.#unexpected(-1);
    return { text: token.text, at: token.at };
  }

  #wholeNumber(): number {
    const token = this.#next();
    if (token.kind !== "number" || !/^\d+$/.test(token.text)) throw this.#unexpected(-1);
    return Number(token.text);
  }

  #list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.#takeSymbol(",")) items.push(item());
    return items;
  }

  #peek(): Token {
    return this.#tokens[this.#index] ?? this.#fail();
  }

  #next(): Token {
    const token = this.#peek();
    // The end token is never passed, so that an error can always point at it.
    if (token.kind !== "end") this.#index += 1;
    else throw this.#unexpected();
    return token;
  }

  #isWord(word: string): boolean {
    const token = this.#peek();
    return token.kind === "word" && token.text.toLowerCase() === word;
  }

  #takeWord(word: string): boolean {
    const found = this.#isWord(word);
    if (found) this.#index += 1;
    return found;
  }

  #expectWord(word: string): void {
    if (!this.#takeWord(word)) throw this.#unexpected();
  }

  #takeSymbol(symbol: string): boolean {
    const token = this.#peek();
    const found = token.kind === "symbol" && token.text === symbol;
    if (found) this.#index += 1;
    return found;
  }

  #expectSymbol(symbol: string): void {
    if (!this.#takeSymbol(symbol)) throw this.#unexpected();
  }

  /** @param step -1 for the token just taken */
  #unexpected(step = 0): SalesforceError {
    const token = this.#tokens[this.#index + step] ?? this.#fail();
    return unexpectedToken(this.#soql, token.at, token.text);
  }

  #fail(): never {
    throw new Error("The SOQL parser ran past its tokens");
  }
}
