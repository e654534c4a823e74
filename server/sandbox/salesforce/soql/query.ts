/** A parsed SOQL query. Every name keeps its place in the text for the caret of an error. */

export type Name = { readonly text: string; readonly at: number };

/** `Account.Owner.Name`: relationships, then the field. */
export type Path = readonly [Name, ...Name[]];

export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "datetime"; readonly value: string }
  /** A span of days relative to today, in UTC: [today + from, today + to). */
  | { readonly kind: "days"; readonly from: number; readonly to: number };

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=" | "like";

export type Condition =
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | {
      readonly kind: "compare";
      readonly path: Path;
      readonly operator: Comparison;
      readonly value: Literal;
    }
  | {
      readonly kind: "in";
      readonly path: Path;
      readonly negated: boolean;
      readonly values: readonly Literal[];
    }
  | {
      readonly kind: "in-query";
      readonly path: Path;
      readonly negated: boolean;
      readonly query: Query;
    };

export type Selection =
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "all-fields"; readonly at: number }
  | { readonly kind: "children"; readonly query: Query };

export type Ordering = {
  readonly path: Path;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
};

export type Query = {
  readonly text: string;
  /** Empty for `SELECT COUNT()`. */
  readonly selections: readonly Selection[];
  readonly countOnly: boolean;
  /** The object, or in a subquery the relationship, after FROM. */
  readonly from: Name;
  readonly where: Condition | undefined;
  readonly orderBy: readonly Ordering[];
  readonly limit: number | undefined;
  readonly offset: number;
};
