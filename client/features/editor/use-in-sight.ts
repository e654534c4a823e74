import { useEffect, useRef, type RefObject } from "react";

/**
 * Scrolls an element into the room that the keypad leaves, whenever `on` becomes something else than null or
 * false. The keypad takes its room from below; what is left of the page belongs to what is typed.
 */
export function useInSight<Element extends HTMLElement>(
  on: string | boolean | null,
  block: "start" | "nearest",
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (on) element.current?.scrollIntoView({ block });
  }, [on, block]);
  return element;
}
