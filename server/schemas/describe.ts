import { isMembers, type Members } from "../../shared/pricing/known-keys.ts";

/**
 * Descriptions of a JSON Schema's members by the way to them. They live here and not in the schemas' source, which
 * reaches the tablet.
 *
 * A way is names of members with dots between; `[]` goes to a list's entries, `{}` to what any other member holds,
 * `<strip>` to the choice of that `kind`, `#paint` begins in the part of that name. References are followed, `null`
 * beside something else is passed by.
 */
export type Descriptions = Readonly<Record<string, string>>;

const TOKENS = /#[\w-]+|\[\]|\{\}|<[\w-]+>|[\w-]+/g;
const PARTS = "#/$defs/";

const members = (value: unknown): Members => (isMembers(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a reference within the document points to; anything else as it is. */
function resolved(document: Members, node: unknown): Members {
  const { $ref } = members(node);
  if (typeof $ref !== "string" || !$ref.startsWith(PARTS)) return members(node);
  return resolved(document, members(document["$defs"])[$ref.slice(PARTS.length)]);
}

/** The schemas that a node leaves the choice between; itself where it leaves none. */
const choices = (document: Members, node: Members): readonly Members[] => {
  const all = [...list(node["anyOf"]), ...list(node["oneOf"])];
  return all.length === 0
    ? [node]
    : all.flatMap((choice) => choices(document, resolved(document, choice)));
};

function isOfKind(choice: Members, kind: string): boolean {
  const { const: only, enum: some } = members(members(choice["properties"])["kind"]);
  return only === kind || list(some).includes(kind);
}

function inside(document: Members, node: Members, token: string): unknown {
  const from = choices(document, resolved(document, node));
  if (token === "[]") return from.find((choice) => "items" in choice)?.["items"];
  if (token === "{}") {
    return from.find((choice) => isMembers(choice["additionalProperties"]))?.[
      "additionalProperties"
    ];
  }
  if (token.startsWith("<")) return from.find((choice) => isOfKind(choice, token.slice(1, -1)));
  return from
    .map((choice) => members(choice["properties"])[token])
    .find((property) => property !== undefined);
}

/** @throws RangeError when the way leads nowhere: the schema has changed, and the description has not. */
function find(document: Members, way: string): Members {
  let node: unknown = document;
  for (const token of way.match(TOKENS) ?? []) {
    node = token.startsWith("#")
      ? members(document["$defs"])[token.slice(1)]
      : inside(document, members(node), token);
  }
  if (!isMembers(node)) throw new RangeError(`${way} is not in the schema`);
  return node;
}

/** Writes descriptions into a JSON Schema. */
export function describe(document: Members, descriptions: Descriptions): void {
  for (const [way, description] of Object.entries(descriptions)) {
    Object.assign(find(document, way), { description });
  }
}
