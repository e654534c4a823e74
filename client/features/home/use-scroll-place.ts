import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useLocal } from "../../local/local-context.tsx";
import { type Anchor, keepPlace, placeIn } from "./place.ts";

/**
 * Keeps how far the list is scrolled, and goes there again as soon as enough of it stands.
 *
 * @param inside something in the part of the screen that scrolls.
 */
export function useScrollPlace(inside: RefObject<HTMLElement | null>): void {
  const local = useLocal();
  const wanted = useRef(placeIn(local).scrollTop);
  useLayoutEffect(() => {
    const scroller = inside.current?.closest("main");
    if (!scroller) return undefined;
    const { anchor } = placeIn(local);
    const goBack = (): void => {
      if (wanted.current === 0) return;
      if (scroller.scrollHeight - scroller.clientHeight < wanted.current) return;
      scroller.scrollTop = wanted.current;
      if (anchor) scroller.scrollTop += offBy(scroller, anchor);
      wanted.current = 0;
    };
    const grown = new MutationObserver(goBack);
    grown.observe(scroller, { childList: true, subtree: true });
    goBack();
    return () => {
      grown.disconnect();
      keepPlace(local, { anchor: anchorOf(scroller) });
    };
  }, [inside, local]);
  useEffect(() => {
    const scroller = inside.current?.closest("main");
    if (!scroller) return undefined;
    const keep = (): void => {
      wanted.current = 0;
      keepPlace(local, { scrollTop: scroller.scrollTop });
    };
    scroller.addEventListener("scroll", keep, { passive: true });
    return () => scroller.removeEventListener("scroll", keep);
  }, [inside, local]);
}

const ROWS = "li a[href^='/estimates/']";

/** How far down an element stands in what scrolls, in pixels. */
const below = (scroller: Element, element: Element): number =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

/** The first row that is in sight. Rows that were never drawn have a height that is guessed, which adds up. */
function anchorOf(scroller: Element): Anchor | null {
  for (const row of scroller.querySelectorAll(ROWS)) {
    const offset = below(scroller, row);
    if (offset >= 0) return { href: row.getAttribute("href") ?? "", offset };
  }
  return null;
}

function offBy(scroller: Element, { href, offset }: Anchor): number {
  const row = [...scroller.querySelectorAll(ROWS)].find(
    (each) => each.getAttribute("href") === href,
  );
  return row ? below(scroller, row) - offset : 0;
}
