import { type ReactNode, use, useMemo } from "react";
import {
  type BookList,
  entriesOf,
  isBookList,
} from "../../../shared/pricing/edit/book-sections.ts";
import { draftEntries } from "../../../shared/pricing/edit/apply-changes.ts";
import { diffBooks } from "../../../shared/pricing/edit/diff-books.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { loadBookTools } from "../../local/book-tools.ts";
import { useBookDraft, useBookVersions } from "../../local/hooks/use-book-draft.ts";
import { usePriceBook } from "../../local/hooks/use-price-book.ts";
import type { BookDraft } from "../../local/queries/book-draft.ts";
import type { BookVersion } from "../../local/queries/book-versions.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { loadBookWords } from "../../words/book-words.ts";
import { useWords, type WordsApi } from "../../words/words-provider.tsx";
import { BookProvider, type OpenBook, type ShownBook } from "./book-context.tsx";
import { BrokenDraft } from "./broken-draft.tsx";
import type { FormContext } from "./forms/form-fields.ts";

type OpenPriceBookProps = {
  /** A version by its record's id; without it the draft, or the current version. */
  readonly versionId?: string | undefined;
  readonly children: ReactNode;
};

/** Reads the price book, its draft and its words from this tablet, and gives them to the screens inside. */
export function OpenPriceBook({ versionId, children }: OpenPriceBookProps) {
  const { t, language } = useWords();
  const b = use(loadBookWords(language));
  const tools = use(loadBookTools());
  const versions = useBookVersions();
  const draft = useBookDraft();
  if (versions === undefined || draft === undefined)
    return (
      <Screen header={<MainHeader title={b.bookTitle} back={{ href: "/" }} />}>
        <Skeleton label={t.loading} />
      </Screen>
    );
  const isOld = versionId !== undefined;
  const wanted = versionId ?? draft?.base.id ?? versions[0]?.id;
  const version = versions.find(({ id }) => id === wanted) ?? versions[0];
  if (!version)
    return (
      <Screen header={<MainHeader title={b.bookTitle} back={{ href: "/" }} />}>
        <EmptyState title={b.bookNone}>{b.bookNoneLead}</EmptyState>
      </Screen>
    );
  return (
    <WithVersion
      key={version.id}
      b={b}
      tools={tools}
      version={version}
      versions={versions}
      draft={isOld ? null : draft}
      isOld={isOld}
    >
      {children}
    </WithVersion>
  );
}

type WithVersionProps = Pick<
  OpenBook,
  "b" | "tools" | "version" | "versions" | "draft" | "isOld"
> & {
  readonly children: ReactNode;
};

function WithVersion(props: WithVersionProps) {
  const { b, tools, version, draft, children } = props;
  const { t } = useWords();
  const base = usePriceBook(version.id);
  const read = useMemo(() => draft && tools.readDraft(draft.base, draft.changes), [tools, draft]);
  if (base === undefined)
    return (
      <Screen header={<MainHeader title={b.bookTitle} back={{ href: "/" }} />}>
        <Skeleton label={t.loading} />
      </Screen>
    );
  if (base === null)
    return (
      <Screen header={<MainHeader title={b.bookTitle} back={{ href: "/" }} />}>
        <EmptyState title={b.bookNone}>{b.bookBrokenTodo}</EmptyState>
      </Screen>
    );
  if (read?.book === null)
    return <BrokenDraft b={b} faults={tools.checkPriceBook(read.document)} />;
  return (
    <Opened {...props} base={base} book={read?.book ?? base}>
      {children}
    </Opened>
  );
}

type OpenedProps = WithVersionProps & { readonly base: PriceBook; readonly book: PriceBook };

function Opened({ b, tools, version, versions, draft, isOld, base, book, children }: OpenedProps) {
  const words = useWords();
  const { role } = useSession();
  const open = useMemo((): OpenBook => {
    const before = shownBook(words, b, base, null);
    const differences = draft ? diffBooks(base, book) : [];
    return {
      b,
      tools,
      root: isOld ? `/price-book/versions/${version.id}` : "/price-book",
      version,
      versions,
      now: draft ? shownBook(words, b, book, draft) : before,
      before,
      draft,
      changed: new Map(differences.map((difference) => [difference.path, difference])),
      canEdit: role === "manager" && !isOld,
      isOld,
    };
  }, [words, b, tools, version, versions, draft, isOld, base, book, role]);
  return <BookProvider open={open}>{children}</BookProvider>;
}

/** A book with the ids that paths name its entries by. */
export function shownBook(
  words: WordsApi,
  b: FormContext["b"],
  book: PriceBook,
  draft: Pick<BookDraft, "base" | "changes"> | null,
): ShownBook {
  const entries = (list: BookList) =>
    draft ? draftEntries(draft.base, draft.changes, list) : entriesOf(book, list);
  const placeOf = (list: string, id: string): number =>
    isBookList(list) ? entries(list).findIndex((entry) => entry.id === id) : -1;
  return { book, context: { ...words, b, book }, entries, placeOf };
}

/** The version that is current: the highest one on this tablet. */
export const newestOf = (versions: readonly BookVersion[]): BookVersion | undefined => versions[0];
