import { useState } from "react";
import type { KeypadMode } from "./keypad-text.ts";
import { nextField } from "./next-field.ts";

export type WalkField<Id extends string> = { readonly id: Id; readonly mode: KeypadMode };

type WalkOptions<Id extends string> = {
  /** In the order of the walk around the room: length, width, height, doors, windows. */
  readonly fields: readonly WalkField<Id>[];
  readonly text: (id: Id) => string;
  readonly onText: (id: Id, text: string) => void;
  /** After Next in the last field; the keypad has been put away. */
  readonly onEnd?: (() => void) | undefined;
};

/** Joins some fields to the one keypad: who has it, what Next does, and whether the text stands selected. */
export function useKeypadWalk<Id extends string>({ fields, text, onText, onEnd }: WalkOptions<Id>) {
  const [activeId, setActiveId] = useState<Id | null>(null);
  const [fresh, setFresh] = useState(false);
  const active = fields.find((field) => field.id === activeId);

  const open = (id: Id) => {
    if (id === activeId) return;
    setActiveId(id);
    setFresh(true);
  };
  const close = () => setActiveId(null);
  const write = (id: Id, next: string) => {
    setFresh(false);
    onText(id, next);
  };
  const next = () => {
    const following = activeId === null ? undefined : nextField(fields, activeId);
    if (following) return open(following.id);
    close();
    onEnd?.();
  };

  return {
    activeId,
    open,
    close,
    /** For a `KeypadField`; label, echo and problem are the screen's. */
    field: (id: Id) => ({
      mode: fields.find((field) => field.id === id)?.mode ?? "decimal",
      text: text(id),
      active: id === activeId,
      fresh: id === activeId && fresh,
      onText: (typed: string) => write(id, typed),
      onNext: next,
      onActivate: () => open(id),
    }),
    /** For the `Keypad`; null while no field has it. */
    keypad: active && {
      mode: active.mode,
      text: text(active.id),
      fresh,
      onText: (typed: string) => write(active.id, typed),
      onNext: next,
      onDone: close,
    },
  };
}
