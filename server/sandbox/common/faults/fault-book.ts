/** The fault rules in force, and the decision whether one of them strikes a call. */
import {
  type FaultAction,
  type FaultRule,
  type FaultRuleInput,
  faultRuleSchema,
} from "./fault-rule.ts";

export type FaultTarget = {
  readonly scope: "request" | "subrequest";
  readonly method: string;
  readonly path: string;
  /** Everything in which an object can be named: path, query, body. */
  readonly text: string;
};

type ActiveRule = {
  readonly id: number;
  readonly rule: FaultRule;
  readonly test: (target: FaultTarget) => boolean;
  seen: number;
  struck: number;
};

export class FaultBook {
  #rules: ActiveRule[] = [];
  #nextId = 1;

  /** @throws when the rule is malformed */
  add(input: FaultRuleInput): number {
    const rule = faultRuleSchema.parse(input);
    const id = this.#nextId;
    this.#nextId += 1;
    this.#rules.push({ id, rule, test: compileMatch(rule), seen: 0, struck: 0 });
    return id;
  }

  list(): readonly Readonly<ActiveRule>[] {
    return this.#rules;
  }

  clear(): void {
    this.#rules = [];
  }

  /** The action of the first rule that strikes this call; the call is counted for every rule before it. */
  take(target: FaultTarget): FaultAction | undefined {
    for (const active of this.#rules) {
      if (!active.test(target)) continue;
      active.seen += 1;
      const { after, times, action } = active.rule;
      if (active.seen <= after || (times > 0 && active.struck >= times)) continue;
      active.struck += 1;
      return action;
    }
    return undefined;
  }
}

function compileMatch({ match }: FaultRule): (target: FaultTarget) => boolean {
  const path = new RegExp(match.path ?? "");
  const object = new RegExp(match.object === undefined ? "" : `\\b${match.object}\\b`);
  return (target) =>
    match.scope === target.scope &&
    (match.method === undefined || match.method.toUpperCase() === target.method) &&
    path.test(target.path) &&
    object.test(target.text);
}
