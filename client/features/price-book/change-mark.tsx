import { useBook } from "./book-context.tsx";
import css from "./price-book.module.css";

/** Says at the end of a row that it is not as in the published book. */
export function ChangeMark({ path }: { readonly path: string }) {
  const { b, changed } = useBook();
  const kind = changed.get(path)?.kind;
  if (kind === undefined) return null;
  const word =
    kind === "added" ? b.entryAdded : kind === "removed" ? b.entryTakenOut : b.entryChanged;
  return <span className={css["mark"]}>{word}</span>;
}
