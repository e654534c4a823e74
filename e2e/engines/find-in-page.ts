/** The kinds of element that a journey names. */
export type Role =
  | "article"
  | "banner"
  | "button"
  | "heading"
  | "link"
  | "region"
  | "searchbox"
  | "status"
  | "textbox";

/** What a person looks for: what it is and what it is called. */
export interface Wanted {
  readonly role: Role;
  /** All of its accessible name; absent: any. */
  readonly name?: string;
  /** The beginning of its accessible name. */
  readonly begins?: string;
  /** Inside of which. */
  readonly within?: Wanted;
}

/**
 * Runs in a page: the first visible element that is wanted, or null. Of the rules by which an element gets its name it knows
 * those that the app uses.
 */
function findInPage(wanted: Wanted): HTMLElement | null {
  const SELECTORS: Readonly<Record<Role, string>> = {
    article: "article",
    banner: "header",
    button: "button, [role=button]",
    heading: "h1, h2, h3, [role=heading]",
    link: "a[href]",
    region: "section, [role=region]",
    searchbox: "input[type=search]",
    status: "[role=status], output",
    textbox: "input:not([type]), input[type=text], input[type=tel], input[type=email], textarea",
  };
  const textOf = (element: Element | null): string =>
    (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    if (ids.length > 0) return ids.map((id) => textOf(document.getElementById(id))).join(" ");
    const own = element.getAttribute("aria-label");
    if (own !== null) return own;
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])]
        : [];
    return labels.length > 0 ? labels.map(textOf).join(" ") : textOf(element);
  };
  const isShown = (element: Element): boolean =>
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility === "visible" &&
    element.closest("[inert], [aria-hidden=true]") === null;
  const isMeant = (element: Element, { name, begins }: Wanted): boolean => {
    const is = nameOf(element);
    return (name === undefined || is === name) && (begins === undefined || is.startsWith(begins));
  };
  const find = (each: Wanted): HTMLElement | null => {
    const around = each.within ? find(each.within) : document.body;
    const found = [...(around?.querySelectorAll<HTMLElement>(SELECTORS[each.role]) ?? [])];
    return found.find((element) => isShown(element) && isMeant(element, each)) ?? null;
  };
  return find(wanted);
}

/** Runs in a page: whether a finger in the middle of this element, moved into sight, would touch it and it can be used. */
function isFree(element: HTMLElement): boolean {
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const touched = document.elementFromPoint(left + width / 2, top + height / 2);
  return touched !== null && element.contains(touched) && !element.matches(":disabled");
}

/** The source of a function without arguments: what is wanted if it can be pressed, else null. */
export const freeInPage = (wanted: Wanted): string => `() => {
  const element = (${findInPage.toString()})(${JSON.stringify(wanted)});
  return element && (${isFree.toString()})(element) ? element : null;
}`;

/** The same: what stands in what is wanted; empty: it is not there. */
export const textInPage = (wanted: Wanted): string =>
  `() => (${findInPage.toString()})(${JSON.stringify(wanted)})?.innerText ?? ""`;
