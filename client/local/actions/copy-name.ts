const NUMBERED = /^(?<stem>.*\S)\s+(?<number>\d{1,4})$/u;

/** `shortText` of the entities: a copy's name has to fit where the original's did. */
const LONGEST_NAME = 120;

/** What a copy is called: "Bedroom" becomes "Bedroom 2", or the next number that is free. */
export function copyName(name: string, taken: readonly string[]): string {
  const numbered = NUMBERED.exec(name.trim())?.groups;
  const stem = numbered?.["stem"] ?? name.trim();
  const names = new Set(taken);
  for (let number = Number(numbered?.["number"] ?? 1) + 1; ; number += 1) {
    const suffix = ` ${number}`;
    const candidate = `${stem.slice(0, LONGEST_NAME - suffix.length)}${suffix}`.trim();
    if (!names.has(candidate)) return candidate;
  }
}
