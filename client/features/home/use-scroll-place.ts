import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useLocal } from "../../local/local-context.tsx";
import { keepPlace, placeIn } from "./place.ts";

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
    const goBack = (): void => {
      if (wanted.current === 0) return;
      if (scroller.scrollHeight - scroller.clientHeight < wanted.current) return;
      scroller.scrollTop = wanted.current;
      wanted.current = 0;
    };
    const grown = new MutationObserver(goBack);
    grown.observe(scroller, { childList: true, subtree: true });
    goBack();
    return () => grown.disconnect();
  }, [inside]);
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
