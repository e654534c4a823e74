import type { photos } from "../../words/photos.ts";

type Words = (typeof photos)["en"];

/** "CompanyCam answered 422: …": how our server begins what it keeps of a refusal. */
const ANSWERED = /^CompanyCam answered (\d{3})(?:: (.*?))?\.?$/s;

export interface RefusedWords {
  readonly todo: string;
  /** CompanyCam's own words, in English; null where it had none. */
  readonly said: string | null;
  /** It is the address that it does not take. */
  readonly isAddress: boolean;
}

/** What to do about a refusal, told by the code of CompanyCam's answer; its own sentence only comes along. */
export function refusedWords(message: string | null, w: Words): RefusedWords {
  const [, code = "", words] = ANSWERED.exec(message ?? "") ?? [];
  const said = (code === "" ? message : words) || null;
  return { todo: todoOf(code, w), said, isAddress: notTaken.has(code) };
}

const notTaken: ReadonlySet<string> = new Set(["400", "413", "422"]);

function todoOf(code: string, w: Words): string {
  if (notTaken.has(code)) return w.refusedAddress;
  if (code === "409") return w.refusedConflict;
  return code === "404" ? w.refusedGone : w.refusedOther;
}
