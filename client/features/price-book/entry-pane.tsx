import { useMemo } from "react";
import {
  isBookList,
  isBookSetting,
  splitPath,
} from "../../../shared/pricing/edit/book-sections.ts";
import { useSay } from "../../chrome/use-say.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { type ShownBook, useBook } from "./book-context.tsx";
import { EntryForm } from "./entry-form.tsx";
import { formOf } from "./forms/form-of.ts";
import css from "./price-book.module.css";
import { ReadForm } from "./read-form.tsx";
import { useBookEdits } from "./use-book-edits.ts";

/** What stands at a path of a book; undefined where nothing does. */
export function entryAt({ book, entries }: ShownBook, path: string): unknown {
  const { section, id } = splitPath(path);
  if (id === null) return isBookSetting(section) ? book[section] : undefined;
  if (section === "sources") return Object.hasOwn(book.sources, id) ? book.sources[id] : undefined;
  if (!isBookList(section)) return undefined;
  return entries(section).find((entry) => entry.id === id)?.value;
}

/** One entry or setting: to be changed by a manager, to be read by everybody else. */
export function EntryPane({ path }: { readonly path: string }) {
  const { b, now, before, canEdit, changed } = useBook();
  const { edit } = useBookEdits();
  const say = useSay();
  const groups = useMemo(() => formOf(now.context, now.book, path, now.placeOf), [now, path]);
  const was = useMemo(
    () => formOf(before.context, before.book, path, before.placeOf),
    [before, path],
  );
  if (groups === null) {
    const isGone = changed.get(path)?.kind === "removed" && canEdit;
    const restore = () => void say(edit([{ path, value: undefined }]));
    return (
      <EmptyState
        title={b.entryGone}
        action={isGone ? <Button onClick={restore}>{b.entryRestore}</Button> : undefined}
      />
    );
  }
  const entry = entryAt(now, path);
  if (!canEdit)
    return (
      <div className={css["pane"]}>
        <ReadForm entry={entry} groups={groups} />
      </div>
    );
  return <EntryForm path={path} entry={entry} groups={groups} before={was} />;
}
