/** An address, as an estimate, a customer or CompanyCam has it. */
export interface PostalAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** Words of addresses that are written out here and abbreviated there (USPS Publication 28, appendices B and C2). */
const short: Readonly<Record<string, string>> = {
  street: "st",
  avenue: "ave",
  av: "ave",
  road: "rd",
  drive: "dr",
  lane: "ln",
  court: "ct",
  place: "pl",
  boulevard: "blvd",
  circle: "cir",
  terrace: "ter",
  parkway: "pkwy",
  highway: "hwy",
  trail: "trl",
  square: "sq",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
  apartment: "apt",
  unit: "apt",
  suite: "apt",
  ste: "apt",
};

const words = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("#", " apt ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => short[word] ?? word)
    .join(" ")
    .replaceAll(/\b(apt )+apt\b/g, "apt");

/**
 * What two ways to write one address have in common: `1 elm st|80401`. By its ZIP code where it has one, else by its
 * city and state.
 *
 * @returns null where there is no street: nothing could be found by such an address.
 */
export function addressKey({ street, city, state, postalCode }: PostalAddress): string | null {
  const line = words(street);
  if (line === "") return null;
  const zip = /^\s*(\d{5})/.exec(postalCode)?.[1];
  return `${line}|${zip ?? [words(city), words(state)].join(" ").trim()}`;
}
