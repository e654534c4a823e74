/**
 * What XML cannot say: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. A workbook writes them
 * `_x0007_`, and an underscore that would be read as the beginning of such a code as `_x005F_` (ECMA-376, ST_Xstring).
 */
const SPECIAL = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]|_(?=x[\dA-Fa-f]{4})/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "\t",
  "\n": "\n",
};

/** A text as the content of an element or between double quotes; whatever it holds, a reader gets it back. */
export const escapeXml = (text: string): string => text.replace(SPECIAL, escapeOne);

function escapeOne(special: string): string {
  const code = special.charCodeAt(0);
  // The upper control characters, from delete on, are lawful.
  if (code >= 0x7f && code <= 0x9f) return special;
  return ENTITIES[special] ?? `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
}
