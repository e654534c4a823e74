import { Suspense } from "react";
import { splitPath } from "../../../shared/pricing/edit/book-sections.ts";
import { labelOf } from "../../../shared/pricing/edit/diff-books.ts";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { SaveFailure } from "../../chrome/save-failure.tsx";
import { useRetryOnLeave } from "../../chrome/use-retry-on-leave.ts";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TwoPane } from "../../ui/two-pane.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import { BookHeader } from "./book-header.tsx";
import { entryAt } from "./entry-at.ts";
import type { EntryPaneProps } from "./entry-pane.tsx";
import css from "./price-book.module.css";
import { SectionList } from "./section-list.tsx";
import { partWords, type Section, sectionWords } from "./sections.ts";
import { useWide } from "./use-wide.ts";

function Loading() {
  const { t } = useWords();
  return <Skeleton label={t.loading} />;
}

/** The forms of all kinds of entries come when one is opened. */
const entryPane = lazyPart<EntryPaneProps>(
  async () => (await import("./entry-pane.tsx")).EntryPane,
  Loading,
);

const readPane = lazyPart<EntryPaneProps>(
  async () => (await import("./read-pane.tsx")).ReadPane,
  Loading,
);

type SectionScreenProps = { readonly section: Section; readonly path: string | null };

/** A section of the price book and one of its entries: one after the other upright, both lying down. */
export function SectionScreen({ section, path }: SectionScreenProps) {
  const { b, now, root, canEdit } = useBook();
  const { language } = useWords();
  const Pane = canEdit ? entryPane.Part : readPane.Part;
  const wide = useWide();
  useRetryOnLeave();
  const [title] = sectionWords(section, b);
  const name =
    path === null
      ? title
      : (labelOf(path.includes("/") ? entryAt(now, path) : null)?.[language] ??
        partWords(splitPath(path).section, b));
  const onList = wide || path === null;
  return (
    <Screen
      fill
      header={
        <BookHeader
          title={onList ? title : name}
          detail={onList ? b.bookTitle : title}
          backTo={onList ? root : `${root}/${section}`}
          undo={wide || path !== null}
        />
      }
    >
      <TwoPane
        show={path === null ? "list" : "detail"}
        list={<SectionList section={section} current={path ?? undefined} />}
        detail={
          path === null ? (
            <p className={css["choose"]}>{b.entryChoose}</p>
          ) : (
            <>
              <SaveFailure />
              <Suspense fallback={<Loading />}>
                <Pane key={path} path={path} />
              </Suspense>
            </>
          )
        }
      />
    </Screen>
  );
}
