import type { CustomerMatch } from "../../local/queries/customers.ts";

/** A number to call or an address to write to. */
export interface WayToReach {
  readonly kind: "phone" | "email";
  readonly href: string;
  readonly shown: string;
  /** Whose it is; empty for the customer's own. */
  readonly who: string;
}

/** Everything a customer and their people can be reached by, numbers first, each once. */
export function waysToReach({ customer, contacts }: CustomerMatch): readonly WayToReach[] {
  const people = [
    { who: "", ...customer },
    ...contacts.map((contact) => ({ ...contact, who: contact.name })),
  ];
  const ways = new Map<string, WayToReach>();
  const add = (way: WayToReach) => {
    const known = ways.get(way.href);
    // The firm's number that is also a person's is that person's: one asks for them.
    if (way.shown !== "" && (known === undefined || known.who === "")) ways.set(way.href, way);
  };
  for (const { phone, who } of people)
    add({ kind: "phone", href: telephone(phone), shown: phone.trim(), who });
  for (const { email, who } of people)
    add({ kind: "email", href: `mailto:${email.trim()}`, shown: email.trim(), who });
  return [...ways.values()];
}

/** As RFC 3966 writes it, an extension apart: "(303) 555-0147 x12" is `tel:3035550147;ext=12`. */
export function telephone(typed: string): string {
  const [number = "", extension = ""] = typed.split(/(?:ext\.?|x|#)\s*/i);
  const digits = extension.replaceAll(/\D/g, "");
  return `tel:${number.replaceAll(/[^\d+]/g, "")}${digits === "" ? "" : `;ext=${digits}`}`;
}
