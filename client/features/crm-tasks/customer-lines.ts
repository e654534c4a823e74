import type { crm } from "../../words/crm.ts";

type Words = (typeof crm)["en"];

export interface CustomerPicture {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly city: string;
}

export interface CustomerLine {
  readonly about: "name" | "phone" | "email" | "place";
  /** Empty for a name that is not known; elsewhere it says that there is none, where the other one has some. */
  readonly text: string;
  readonly differs: boolean;
}

/**
 * A customer in lines, with what sets them apart from the one beside them. A telephone is its digits, words are
 * compared as one hears them.
 *
 * @param other null: there is nobody to compare with, or nothing is known of them.
 */
export function customerLines(
  customer: CustomerPicture,
  other: CustomerPicture | null,
  w: Words,
): readonly CustomerLine[] {
  const compared = isKnown(customer) && other !== null && isKnown(other) ? other : null;
  const line = (
    about: CustomerLine["about"],
    of: (each: CustomerPicture) => string,
    sameAs: (text: string) => string,
    none: string,
  ): readonly CustomerLine[] => {
    const text = of(customer);
    const differs = compared !== null && sameAs(text) !== sameAs(of(compared));
    return text === "" && !differs ? [] : [{ about, text: text || none, differs }];
  };
  return [
    ...line("name", ({ name }) => name, plain, ""),
    ...line("phone", ({ phone }) => phone, digits, w.crmNoPhone),
    ...line("email", ({ email }) => email, plain, w.crmNoEmail),
    ...line("place", placeOf, plain, w.crmNoPlace),
  ];
}

const placeOf = ({ street, city }: CustomerPicture): string =>
  [street, city].filter((part) => part !== "").join(", ");

/** Of a record that is not on our server yet only its id is known. */
const isKnown = (customer: CustomerPicture): boolean =>
  Object.values(customer).some((text) => text !== "");

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}@]+/gu, "")
    .toLowerCase();

/** The last ten: one writes +1 in front, the other does not. */
const digits = (text: string): string => text.replaceAll(/\D/g, "").slice(-10);
