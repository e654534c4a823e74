/** "SL" for Sam Lee: the first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = [...new Set([0, words.length - 1])].map((index) => words[index] ?? "");
  return ends.map((word) => (Array.from(word)[0] ?? "").toLocaleUpperCase()).join("");
}
