import type { BookVersion } from "../../local/queries/book-versions.ts";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import css from "./price-book.module.css";

/** Which version it is, since when and by whom. */
export function VersionLine({ version }: { readonly version: BookVersion }) {
  const { b, before } = useBook();
  const { language } = useWords();
  const name = before.book.id === version.id ? before.book.name[language] : version.name;
  return (
    <div className={css["now"]}>
      <p className={css["version"]}>{b.bookVersion(version.version)}</p>
      <p>{name}</p>
      <p className={css["soft"]}>{usePublished(version)}</p>
      {version.isWaiting ? <p>{b.bookWaiting}</p> : null}
      {version.note === "" ? null : <p>{version.note}</p>}
    </div>
  );
}

/** "Published Nov 26, 2026 by Morgan Diaz"; the first came with the app. */
export function usePublished({ publishedAt, publishedBy }: BookVersion): string {
  const { b } = useBook();
  const { date } = useWords();
  return publishedAt === null || publishedBy === ""
    ? b.bookShipped
    : b.bookPublished(date(Date.parse(publishedAt)), publishedBy);
}
