import { Suspense, use, useMemo } from "react";
import { Link } from "wouter";
import { splitPath } from "../../../shared/pricing/edit/book-sections.ts";
import type { BookDifference } from "../../../shared/pricing/edit/diff-books.ts";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { type ShownBook, useBook } from "./book-context.tsx";
import { differenceRows } from "./difference-rows.ts";
import { loadForms } from "./forms/load-forms.ts";
import css from "./price-book.module.css";
import { addressOf, partWords } from "./sections.ts";

type ChangeListProps = {
  readonly differences: readonly BookDifference[];
  readonly before: ShownBook;
  readonly after: ShownBook;
  /** Entries lead to where they can be changed. */
  readonly linked?: boolean | undefined;
};

/** What is different in one book from another, entry by entry, each number with the one it replaces. */
export function ChangeList({ differences, before, after, linked }: ChangeListProps) {
  const { b } = useBook();
  return (
    <List label={b.reviewChanges}>
      {differences.map((difference) => (
        <li key={difference.path}>
          <Suspense>
            <Difference difference={difference} before={before} after={after} linked={linked} />
          </Suspense>
        </li>
      ))}
    </List>
  );
}

type DifferenceProps = Omit<ChangeListProps, "differences"> & {
  readonly difference: BookDifference;
};

function Difference({ difference, before, after, linked }: DifferenceProps) {
  const { b, root } = useBook();
  const forms = use(loadForms());
  const { language } = useWords();
  const { path, kind, label } = difference;
  const { section, id } = splitPath(path);
  const part = partWords(section, b);
  const isOrder = id === null && difference.fields[0]?.field === "order";
  const name = isOrder ? b.settingOrder(part) : (label?.[language] ?? part);
  const rows = useMemo(
    () => (isOrder ? [] : differenceRows(forms, difference, before, after)),
    [forms, isOrder, difference, before, after],
  );
  return (
    <div className={css["difference"]}>
      <div className={css["head"]}>
        <h3>
          {linked && kind !== "removed" && !isOrder ? (
            <Link href={addressOf(root, path)}>{name}</Link>
          ) : (
            name
          )}
        </h3>
        <span className={css["soft"]}>
          {[
            id === null ? "" : part,
            kind === "added" ? b.entryAdded : kind === "removed" ? b.entryTakenOut : "",
          ]
            .filter((word) => word !== "")
            .join(" · ")}
        </span>
      </div>
      {rows.length === 0 ? null : (
        <dl>
          {rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>
                {row.before === "" ? null : <del>{row.before}</del>}{" "}
                <span aria-hidden="true">→</span> <ins>{row.after === "" ? "–" : row.after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
