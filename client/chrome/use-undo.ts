import { useEffect, useEffectEvent } from "react";
import { redo, undo } from "../local/actions/undo.ts";
import { useHistory } from "../local/hooks/use-history.ts";
import { useLocal } from "../local/local-context.tsx";
import type { History } from "../local/queries/history.ts";
import { useSay } from "./use-say.ts";
import { draftsOf } from "./use-typing.ts";

export interface UndoControls {
  readonly history: History | undefined;
  readonly goBack: () => void;
  readonly goForward: () => void;
}

/** Undo and redo of one estimate, also by Ctrl/Cmd+Z, Shift+Ctrl/Cmd+Z and Ctrl+Y. */
export function useUndo(estimateId: string): UndoControls {
  const local = useLocal();
  const history = useHistory(estimateId);
  const drafts = draftsOf(local);
  const say = useSay();
  // What is still on its way to the disk is part of the past that is taken back.
  const goBack = () => void drafts.settle().then(() => say(undo(local, estimateId)));
  const goForward = () => void drafts.settle().then(() => say(redo(local, estimateId)));

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const forward = key === "y" || (key === "z" && event.shiftKey);
    if (!forward && key !== "z") return;
    // Also inside a field: its text lives in the record, and the browser's own undo knows nothing of that.
    event.preventDefault();
    if (forward) goForward();
    else goBack();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return { history, goBack, goForward };
}
