import { dirname, relative, resolve, sep } from "node:path";
import { packageBarred, roomOf, wallBetween } from "./rooms.ts";

/** The slice of the linter's plugin API and of its syntax tree that these rules read. */
interface Node {
  readonly type: string;
  readonly importKind?: string;
  readonly exportKind?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly computed?: boolean;
  readonly arguments?: readonly Node[];
}
interface Context {
  readonly filename: string;
  readonly cwd: string;
  report(problem: { readonly node: Node; readonly message: string }): void;
}
type Visitor = Readonly<Record<string, (node: Node) => void>>;
interface Rule {
  readonly create: (context: Context) => Visitor;
}

const IMPURE_GLOBALS = new Set(["fetch", "performance", "crypto", "setTimeout", "setInterval"]);
const IMPURE_MEMBERS = new Set(["Date.now", "Math.random"]);
const GLOBAL_OBJECTS = new Set(["globalThis", "self", "window"]);

/** Imports go only through the doors that `rooms.ts` lists. */
const arrows: Rule = {
  create(context) {
    const from = pathInRepository(context);
    const check = (node: Node, source: Node | null | undefined, lazy: boolean): void => {
      if (typeof source?.value !== "string") return;
      const specifier = source.value.split("?")[0] ?? "";
      if (specifier.startsWith("node:")) return;
      const message = specifier.startsWith(".")
        ? wallBetween(
            from,
            inRepository(context.cwd, resolve(dirname(context.filename), specifier)),
            lazy,
          )
        : packageBarred(from, specifier);
      if (message !== undefined) context.report({ node, message });
    };
    return {
      // A type leaves no trace in the bundle, so it counts as lazy; it still may not pass a wall.
      ImportDeclaration: (node) => check(node, node.source, node.importKind === "type"),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
      ImportExpression: (node) => check(node, node.source, true),
    };
  },
};

/** `shared/` reads no clock, draws no lots and opens no connection. */
const pure: Rule = {
  create(context) {
    if (roomOf(pathInRepository(context))?.pure !== true) return {};
    const bar = (node: Node, what: string): void =>
      context.report({ node, message: `shared/ is pure: ${what} is handed in by the caller` });
    return {
      NewExpression(node) {
        if (node.callee?.name === "Date" && node.arguments?.length === 0) bar(node, "the time");
      },
      CallExpression(node) {
        const name = node.callee?.name;
        if (name === "Date") bar(node, "the time");
        if (name !== undefined && IMPURE_GLOBALS.has(name)) bar(node, name);
      },
      MemberExpression(node) {
        const object = node.object?.name ?? "";
        const member = memberName(node);
        if (IMPURE_MEMBERS.has(`${object}.${member}`)) bar(node, `${object}.${member}`);
        else if (IMPURE_GLOBALS.has(object)) bar(node, object);
        else if (GLOBAL_OBJECTS.has(object)) bar(node, `${object}.${member}`);
      },
    };
  },
};

/** Cache Storage has one keeper: `sw/`. */
const cachesOnlyInWorker: Rule = {
  create(context) {
    if (roomOf(pathInRepository(context))?.folder === "sw") return {};
    return {
      MemberExpression(node) {
        const object = node.object?.name ?? "";
        if (object === "caches" || (GLOBAL_OBJECTS.has(object) && memberName(node) === "caches")) {
          context.report({ node, message: "Cache Storage is touched only in sw/" });
        }
      },
    };
  },
};

function memberName(node: Node): string {
  if (node.computed !== true) return node.property?.name ?? "";
  return typeof node.property?.value === "string" ? node.property.value : "";
}

function pathInRepository(context: Context): string {
  return inRepository(context.cwd, context.filename);
}

function inRepository(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

export default {
  meta: { name: "house" },
  rules: { arrows, pure, "caches-only-in-worker": cachesOnlyInWorker },
};
