/** A sentence, or one that is made of values. */
export type Entry = string | ((...values: never[]) => string);

/** Says an entry with values that can be found again in the sentence. */
function say(entry: Entry): string {
  if (typeof entry === "string") return entry;
  const values = Array.from({ length: entry.length }, (_, at) => String(71 + at));
  return Reflect.apply(entry, undefined, values);
}

/** What two languages lack of one entry: the entry, words at all, or a value that belongs into the sentence. */
export function missingIn(english: Entry, spanish: Entry | undefined): readonly string[] {
  if (spanish === undefined) return ["the entry"];
  const values = typeof english === "string" ? 0 : english.length;
  return [say(english), say(spanish)].flatMap((sentence) => [
    ...(sentence.trim() === "" ? ["words"] : []),
    ...Array.from({ length: values }, (_, at) => String(71 + at)).filter(
      (value) => !sentence.includes(value),
    ),
  ]);
}
