import { useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import { changesBetween } from "../../../shared/pricing/edit/apply-changes.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { replaceDraft } from "../../local/actions/book-draft.ts";
import { usePriceBook } from "../../local/hooks/use-price-book.ts";
import { useLocal } from "../../local/local-context.tsx";
import { useBookDraft } from "../../local/hooks/use-book-draft.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Section } from "../../ui/section.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import { BookHeader } from "./book-header.tsx";
import { ChangeList } from "./change-list.tsx";
import { shownBook } from "./open-price-book.tsx";
import css from "./price-book.module.css";
import { useDifferences } from "./use-differences.ts";
import { VersionLine } from "./version-line.tsx";

/** One version: to be read, held against the current one and the one before, and published again. */
export function VersionScreen() {
  const { b, version, versions } = useBook();
  const { role } = useSession();
  const current = versions[0];
  const former = versions[versions.findIndex(({ id }) => id === version.id) + 1];
  const isCurrent = current?.id === version.id;
  const read = `/price-book/versions/${version.id}/read`;
  return (
    <Screen
      header={
        <BookHeader
          title={b.bookVersion(version.version)}
          detail={b.bookTitle}
          backTo="/price-book/versions"
        />
      }
      bar={
        <ActionBar>
          <Link href={isCurrent ? "/price-book" : read} asChild>
            <ButtonLink href={isCurrent ? "/price-book" : read}>{b.versionRead}</ButtonLink>
          </Link>
          {isCurrent || role !== "manager" || !current ? null : <Again currentId={current.id} />}
        </ActionBar>
      }
    >
      <VersionLine version={version} />
      {former ? (
        <Section title={b.versionCompare(former.version)}>
          <Differences beforeId={former.id} afterId={version.id} />
        </Section>
      ) : (
        <p className={css["soft"]}>{b.versionFirst}</p>
      )}
      {isCurrent || !current ? null : (
        <Section title={b.versionCompareNow}>
          <Differences beforeId={current.id} afterId={version.id} />
        </Section>
      )}
    </Screen>
  );
}

type DifferencesProps = { readonly beforeId: string; readonly afterId: string };

function Differences({ beforeId, afterId }: DifferencesProps) {
  const { b } = useBook();
  const words = useWords();
  const before = usePriceBook(beforeId);
  const after = usePriceBook(afterId);
  const differences = useDifferences(beforeId, afterId);
  const shown = useMemo(
    () =>
      before && after
        ? { before: shownBook(words, b, before, null), after: shownBook(words, b, after, null) }
        : null,
    [words, b, before, after],
  );
  if (!differences || !shown) return null;
  if (differences.length === 0) return <p className={css["soft"]}>{b.versionSame}</p>;
  return <ChangeList differences={differences} before={shown.before} after={shown.after} />;
}

/** Makes a draft of what this version says, for the same review as any other. */
function Again({ currentId }: { readonly currentId: string }) {
  const { b, now } = useBook();
  const { t } = useWords();
  const { userName } = useSession();
  const current = usePriceBook(currentId);
  const draft = useBookDraft();
  const local = useLocal();
  const say = useSay();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  if (!current) return null;
  const begin = async () => {
    setAsking(false);
    const changes = changesBetween(current, now.book);
    const done = await say(replaceDraft(local, changes, userName));
    if (done.ok) navigate("/price-book/review");
  };
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {b.versionAgain}
      </Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={b.versionAgain}
        closeLabel={t.close}
        footer={
          <Button variant="primary" onClick={() => void begin()}>
            {b.bookReview}
          </Button>
        }
      >
        <p>{b.versionAgainLead}</p>
        {draft ? <p>{b.versionReplaces(draft.changes.length)}</p> : null}
      </Sheet>
    </>
  );
}
