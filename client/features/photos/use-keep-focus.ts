import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the keyboard's place when what was tapped goes away by its own success: on the first of the photos that came,
 * until then on the page.
 *
 * @param count how many photos are shown.
 */
export function useKeepFocus(page: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(count);
  const isInside = useRef(false);
  useEffect(() => {
    const element = page.current;
    const note = ({ type, relatedTarget }: FocusEvent): void => {
      // What is taken off the screen loses the focus to nobody.
      const goesOn = relatedTarget instanceof Node && element?.contains(relatedTarget) !== true;
      isInside.current = type === "focusin" || !goesOn;
    };
    element?.addEventListener("focusin", note);
    element?.addEventListener("focusout", note);
    return () => {
      element?.removeEventListener("focusin", note);
      element?.removeEventListener("focusout", note);
    };
  }, [page]);
  useEffect(() => {
    const element = page.current;
    const isMore = count > before.current;
    const first = isMore ? before.current : null;
    before.current = count;
    if (!element || !isInside.current) return;
    const { activeElement, body } = document;
    if (activeElement !== body && !(isMore && activeElement === element)) return;
    const photos = element.querySelectorAll<HTMLElement>("ul > li > button");
    ((first === null ? undefined : photos[first]) ?? element).focus();
  });
}
