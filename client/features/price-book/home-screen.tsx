import { useState } from "react";
import { Link } from "wouter";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { discardBook } from "../../local/actions/book-draft.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { AlertIcon, NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import { BookHeader } from "./book-header.tsx";
import { ExampleBanner } from "./example-banner.tsx";
import css from "./price-book.module.css";
import { partsOf, sections, sectionWords } from "./sections.ts";
import { VersionLine } from "./version-line.tsx";

/** Which prices are current, what a draft would change, and the way into each part of the book. */
export function HomeScreen() {
  const { b, version, versions, draft, canEdit, isOld } = useBook();
  const newest = versions[0];
  const isStale = draft !== null && newest !== undefined && draft.base.id !== newest.id;
  return (
    <Screen
      header={
        <BookHeader
          title={b.bookTitle}
          backTo={isOld ? `/price-book/versions/${version.id}` : "/"}
          undo
        />
      }
    >
      {isOld ? <Banner>{b.bookOldVersion(version.version)}</Banner> : null}
      <VersionLine version={isOld ? version : (newest ?? version)} />
      {version.isExample && draft === null && !isOld ? <ExampleBanner /> : null}
      {canEdit || isOld ? null : <Banner>{b.bookReadOnly}</Banner>}
      {canEdit ? <DraftCard stale={isStale ? newest.version : null} /> : null}
      <Rows />
    </Screen>
  );
}

function DraftCard({ stale }: { readonly stale: number | null }) {
  const { b, draft, changed } = useBook();
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  const { show } = useToast();
  const [asking, setAsking] = useState(false);
  if (draft === null) return <p className={css["soft"]}>{b.bookNoChanges}</p>;
  const discard = async () => {
    setAsking(false);
    const done = await say(discardBook(local));
    if (!done.ok || done.value === null) return;
    const draftId = done.value;
    const bringBack = { label: t.undo, onAct: () => void say(undo(local, draftId)) };
    show({ text: b.bookDiscarded, action: bringBack });
  };
  return (
    <section className={css["draft"]} aria-label={b.bookDraft}>
      <h2>
        {b.bookDraft}: {b.bookChanges(changed.size)}
      </h2>
      <p>{b.bookDraftLead(changed.size, draft.draft.startedBy, draft.base.version)}</p>
      {stale === null ? null : (
        <Banner tone="alarm" icon={<AlertIcon />}>
          {b.bookStale(stale)}
        </Banner>
      )}
      <div className={css["acts"]}>
        <Link href="/price-book/review" asChild>
          <ButtonLink href="/price-book/review" variant="primary">
            {b.bookReview}
          </ButtonLink>
        </Link>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {b.bookDiscard}
        </Button>
      </div>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={b.bookDiscardQuestion(changed.size)}
        closeLabel={t.close}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="danger" onClick={() => void discard()}>
              {b.bookDiscard}
            </Button>
          </>
        }
      >
        <p>{b.bookDraftLead(changed.size, draft.draft.startedBy, draft.base.version)}</p>
      </Sheet>
    </section>
  );
}

function Rows() {
  const { b, root, changed, isOld } = useBook();
  const { role } = useSession();
  const counts = new Map(sections.map((section) => [section, 0]));
  for (const path of changed.keys()) {
    const part = path.split("/")[0];
    for (const section of sections)
      if (partsOf[section].some((name) => name === part))
        counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const rows = sections.map((section) => {
    const [title, detail] = sectionWords(section, b);
    const count = counts.get(section) ?? 0;
    return { address: `${root}/${section}`, title, detail, count };
  });
  const excel = {
    address: "/price-book/excel",
    title: b.bookExcel,
    detail: b.bookExcelLead,
    count: 0,
  };
  // Beside the parts of the book: what is done with all of it at once.
  const others = [
    ...(role === "painter" ? [] : [excel]),
    {
      address: "/price-book/versions",
      title: b.bookVersions,
      detail: b.bookVersionsLead,
      count: 0,
    },
  ];
  return (
    <List label={b.bookTitle}>
      {(isOld ? rows : [...rows, ...others]).map(({ address, title, detail, count }) => (
        <li key={address}>
          <Link href={address} asChild>
            <ListRow
              href={address}
              title={title}
              detail={detail}
              meta={
                <span className={css["head"]}>
                  {count > 0 ? <span className={css["mark"]}>{b.bookChanges(count)}</span> : null}
                  <NextIcon size={20} />
                </span>
              }
            />
          </Link>
        </li>
      ))}
    </List>
  );
}
