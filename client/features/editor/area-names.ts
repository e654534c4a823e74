const lowered = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.trim().toLowerCase()));

/** The wanted name, or the first of "Bedroom 2", "Bedroom 3"... that no other area of the estimate has. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = lowered(taken);
  if (!names.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} ${number}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}

/** "Room 3" as the third room; a number that is taken is passed over. */
export function numberedName(
  nameOf: (number: number) => string,
  from: number,
  taken: readonly string[],
): string {
  const names = lowered(taken);
  let number = Math.max(1, from);
  while (names.has(nameOf(number).toLowerCase())) number += 1;
  return nameOf(number);
}
