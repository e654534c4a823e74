import { use, useMemo } from "react";
import { useSay } from "../../chrome/use-say.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useBook } from "./book-context.tsx";
import { entryAt } from "./entry-at.ts";
import { EntryForm } from "./entry-form.tsx";
import { loadForms } from "./forms/load-forms.ts";
import { useBookEdits } from "./use-book-edits.ts";

export type EntryPaneProps = { readonly path: string };

/** One entry or setting, for a manager to change. */
export function EntryPane({ path }: EntryPaneProps) {
  const { b, now, before, changed } = useBook();
  const { formOf } = use(loadForms());
  const { edit } = useBookEdits();
  const say = useSay();
  const groups = useMemo(
    () => formOf(now.context, now.book, path, now.placeOf),
    [formOf, now, path],
  );
  const was = useMemo(
    () => formOf(before.context, before.book, path, before.placeOf),
    [formOf, before, path],
  );
  if (groups === null) {
    const isGone = changed.get(path)?.kind === "removed";
    const restore = () => void say(edit([{ path, value: undefined }]));
    return (
      <EmptyState
        title={b.entryGone}
        action={isGone ? <Button onClick={restore}>{b.entryRestore}</Button> : undefined}
      />
    );
  }
  const entry = entryAt(now, path);
  return <EntryForm path={path} entry={entry} groups={groups} before={was} />;
}
