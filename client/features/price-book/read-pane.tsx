import { use, useMemo } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useBook } from "./book-context.tsx";
import { entryAt } from "./entry-at.ts";
import type { EntryPaneProps } from "./entry-pane.tsx";
import { loadForms } from "./forms/load-forms.ts";
import { ReadForm } from "./read-form.tsx";

/** One entry or setting, for everybody who does not change prices. */
export function ReadPane({ path }: EntryPaneProps) {
  const { b, now } = useBook();
  const { formOf } = use(loadForms());
  const groups = useMemo(
    () => formOf(now.context, now.book, path, now.placeOf),
    [formOf, now, path],
  );
  if (groups === null) return <EmptyState title={b.entryGone} />;
  return <ReadForm entry={entryAt(now, path)} groups={groups} />;
}
