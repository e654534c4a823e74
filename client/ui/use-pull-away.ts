import { type PointerEvent, type RefObject, useRef } from "react";

/** Of the sheet's own size; as far, and a finger means it. */
const FAR = 0.25;
/** CSS pixels a millisecond; a flick is faster. */
const FLICK = 0.5;
/** Pixels from which on a finger pulls, and does not tap. */
const SLACK = 8;

interface Pull {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** From where the sheet came: that way it can be pulled away. */
interface Way {
  readonly axis: "x" | "y";
  readonly sign: 1 | -1;
}

/**
 * Lets a finger on its head pull a sheet back to where it came from. Never the only way to close it: the button in the
 * same head, Escape and a tap beside the sheet do the same.
 *
 * @param sheet the element that follows the finger
 * @returns handlers for the head
 */
export function usePullAway(sheet: RefObject<HTMLElement | null>, onAway: () => void) {
  const pull = useRef<Pull | null>(null);
  const letGo = (): void => {
    pull.current = null;
    sheet.current?.style.removeProperty("translate");
  };
  return {
    onPointerDown: ({
      pointerId,
      clientX,
      clientY,
      timeStamp,
      pointerType,
      target,
    }: PointerEvent) => {
      if (pointerType === "mouse" || (target instanceof Element && target.closest("button")))
        return;
      pull.current = { pointerId, x: clientX, y: clientY, at: timeStamp };
    },
    onPointerMove: (event: PointerEvent) => {
      const element = sheet.current;
      if (!element) return;
      const way = wayOf(element);
      const far = farOf(event, pull.current, way);
      if (far === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const shift = `${Math.max(0, far - SLACK) * way.sign}px`;
      element.style.setProperty("translate", way.axis === "x" ? `${shift} 0` : `0 ${shift}`);
    },
    onPointerUp: (event: PointerEvent) => {
      const element = sheet.current;
      const begun = pull.current;
      if (!element || !begun) return;
      const way = wayOf(element);
      const far = farOf(event, begun, way) ?? 0;
      const { width, height } = element.getBoundingClientRect();
      letGo();
      const speed = far / Math.max(1, event.timeStamp - begun.at);
      const isFar = far > (way.axis === "x" ? width : height) * FAR;
      if (isFar || (far > SLACK * 4 && speed > FLICK)) onAway();
    },
    onPointerCancel: letGo,
  };
}

/** `--away` of sheet.module.css: the edge it comes from. */
function wayOf(sheet: HTMLElement): Way {
  const edge = getComputedStyle(sheet).getPropertyValue("--away");
  return { axis: edge === "down" ? "y" : "x", sign: edge === "left" ? -1 : 1 };
}

/** How far the finger is on that way; null when it has not begun, or is none that pulls. */
function farOf(event: PointerEvent, begun: Pull | null, { axis, sign }: Way): number | null {
  if (begun?.pointerId !== event.pointerId) return null;
  const far = (axis === "x" ? event.clientX - begun.x : event.clientY - begun.y) * sign;
  return far > SLACK ? far : null;
}
