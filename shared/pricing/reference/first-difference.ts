/** Where two results differ first, and what each says there. */
export interface Difference {
  /** `options.0.lines.2.cents` */
  readonly path: string;
  readonly engine: unknown;
  readonly reference: unknown;
}

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The first difference of two pieces of plain data, in the order of their members; null when they are equal. */
export function firstDifference(
  engine: unknown,
  reference: unknown,
  path: readonly string[] = [],
): Difference | null {
  if (!isMembers(engine) || !isMembers(reference)) {
    return Object.is(engine, reference) ? null : { path: path.join("."), engine, reference };
  }
  const names = new Set([...Object.keys(engine), ...Object.keys(reference)]);
  for (const name of names) {
    const difference = firstDifference(engine[name], reference[name], [...path, name]);
    if (difference !== null) return difference;
  }
  return null;
}

export const inWords = ({ path, engine, reference }: Difference): string =>
  `${path}: the engine says ${JSON.stringify(engine) ?? "nothing"}, ` +
  `the reference ${JSON.stringify(reference) ?? "nothing"}`;
