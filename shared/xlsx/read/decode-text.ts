const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
/** `&#x0010FFFF;` and some zeros more. */
const LONGEST_ENTITY = 16;

/** The text that XML's five entities and numbers stand for; nothing when there is any other. */
export function decodeEntities(text: string): string | undefined {
  let at = text.indexOf("&");
  if (at < 0) return text;
  let decoded = "";
  let from = 0;
  for (; at >= 0; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at);
    if (end < 0 || end - at > LONGEST_ENTITY) return undefined;
    const character = entity(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    decoded += text.slice(from, at) + character;
    from = end + 1;
  }
  return decoded + text.slice(from);
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const digits = name.startsWith("#x") ? /^[\dA-Fa-f]+$/ : /^\d+$/;
  const number = name.slice(name.startsWith("#x") ? 2 : 1);
  if (!digits.test(number)) return undefined;
  const code = Number.parseInt(number, name.startsWith("#x") ? 16 : 10);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || surrogate ? undefined : String.fromCodePoint(code);
}

/** Undoes the `_x0007_` by which a workbook writes what XML cannot (ECMA-376, ST_Xstring). */
export function decodeXstring(text: string): string {
  let at = text.indexOf("_x");
  if (at < 0) return text;
  let decoded = "";
  let from = 0;
  for (; at >= 0; at = text.indexOf("_x", at)) {
    const code = text.slice(at + 2, at + 6);
    if (text[at + 6] === "_" && /^[\dA-Fa-f]{4}$/.test(code)) {
      decoded += text.slice(from, at) + String.fromCharCode(Number.parseInt(code, 16));
      from = at + 7;
      at = from;
    } else {
      at += 2;
    }
  }
  return decoded + text.slice(from);
}
