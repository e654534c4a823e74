/** Cuts a SOQL query into tokens. */
import { queryError, unexpectedToken } from "./query-error.ts";

export type TokenKind = "word" | "string" | "number" | "date" | "datetime" | "symbol" | "end";

export type Token = {
  readonly kind: TokenKind;
  /** The text as written; of a string, its value without quotes and escapes. */
  readonly text: string;
  /** Index of the first character in the query. */
  readonly at: number;
};

/** In order: the longer form of what begins alike comes first. */
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ["datetime", /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})/y],
  ["date", /\d{4}-\d{2}-\d{2}(?![\dT])/y],
  ["number", /[+-]?(\d+(\.\d*)?|\.\d+)/y],
  ["word", /[A-Za-z][A-Za-z0-9_]*/y],
  ["symbol", /<=|>=|!=|<>|[=<>(),.:]/y],
];

export function tokenize(soql: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < soql.length) {
    if (/\s/.test(soql.charAt(at))) {
      at += 1;
    } else if (soql.charAt(at) === "'") {
      const { value, end } = readString(soql, at);
      tokens.push({ kind: "string", text: value, at });
      at = end;
    } else {
      const token = readToken(soql, at);
      tokens.push(token);
      at += token.text.length;
    }
  }
  tokens.push({ kind: "end", text: "<EOF>", at: soql.length });
  return tokens;
}

function readToken(soql: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(soql)?.[0];
    if (text !== undefined) return { kind, text, at };
  }
  throw unexpectedToken(soql, at, soql.charAt(at));
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  N: "\n",
  r: "\r",
  R: "\r",
  t: "\t",
  T: "\t",
  b: "\b",
  B: "\b",
  f: "\f",
  F: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
  // Kept for LIKE, which tells an escaped wildcard from a real one.
  _: "\\_",
  "%": "\\%",
};

function readString(soql: string, start: number): { value: string; end: number } {
  let value = "";
  for (let at = start + 1; at < soql.length; at += 1) {
    const character = soql.charAt(at);
    if (character === "'") return { value, end: at + 1 };
    if (character === "\\") {
      at += 1;
      const escaped = escapes[soql.charAt(at)];
      if (escaped === undefined) {
        throw queryError(
          "MALFORMED_QUERY",
          soql,
          at - 1,
          `Invalid string literal '${soql.slice(start, at + 1)}'. Illegal character sequence '\\${soql.charAt(at)}' in string literal.`,
        );
      }
      value += escaped;
    } else {
      value += character;
    }
  }
  throw unexpectedToken(soql, start, "'");
}
