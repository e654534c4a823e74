import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { PriceBookFault } from "../../../shared/pricing/price-book-fault.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";
import { publishBook } from "../../local/actions/publish-book.ts";
import { useLocal } from "../../local/local-context.tsx";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AlertIcon, NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { NoteField } from "../../ui/note-field.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import { BookHeader } from "./book-header.tsx";
import { ChangeList } from "./change-list.tsx";
import { EstimateComparisonList } from "./estimate-comparison.tsx";
import { faultWords } from "./fault-words.ts";
import css from "./price-book.module.css";
import { PublishedScreen } from "./published-screen.tsx";
import { addressOf, partWords } from "./sections.ts";

/** Everything a publication does, before it does it. */
export function ReviewScreen({ published }: { readonly published: number | null }) {
  const { draft, canEdit, b } = useBook();
  if (published !== null) return <PublishedScreen version={published} />;
  if (draft === null || !canEdit)
    return (
      <Screen header={<BookHeader title={b.reviewTitle} backTo="/price-book" />}>
        <EmptyState title={canEdit ? b.reviewNothing : b.bookReadOnly} />
      </Screen>
    );
  return <Review />;
}

function Review() {
  const { b, tools, now, before, draft, changed, versions } = useBook();
  const { userName } = useSession();
  const local = useLocal();
  const say = useSay();
  const [, navigate] = useLocation();
  const [note, setNote] = useState("");
  const [isPublishing, setIsPublishing] = useState(false);
  const faults = tools.checkPriceBook(now.book);
  const next = Math.max(0, ...versions.map(({ version }) => version)) + 1;
  const newest = versions[0];
  const isStale = newest !== undefined && draft?.base.id !== newest.id;
  const isReady = faults.length === 0 && changed.size > 0 && !isPublishing;

  const publish = async () => {
    setIsPublishing(true);
    await draftsOf(local).settle();
    const seen = { book: now.book, version: next, draft };
    const publishing = { ...seen, publishedBy: userName, note: note.trim() };
    const done = await say(publishBook(local, publishing));
    setIsPublishing(false);
    if (done.ok) navigate(`/price-book/review?published=${done.value}`, { replace: true });
  };

  return (
    <Screen
      header={<BookHeader title={b.reviewTitle} backTo="/price-book" />}
      bar={
        <ActionBar lead={faults.length > 0 ? <strong>{b.reviewBlocked}</strong> : undefined}>
          <Button variant="primary" big disabled={!isReady} onClick={() => void publish()}>
            {b.reviewPublish(next)}
          </Button>
        </ActionBar>
      }
    >
      {isStale ? (
        <Banner tone="alarm" icon={<AlertIcon />}>
          {b.bookStale(newest.version)}
        </Banner>
      ) : null}
      {before.book.isExample ? (
        <Banner tone="next" icon={<AlertIcon />}>
          <strong>{b.bookExample}</strong> {b.reviewExample}
        </Banner>
      ) : null}
      {faults.length > 0 ? (
        <Section title={b.reviewFix}>
          <FaultList faults={faults} />
        </Section>
      ) : null}
      <Section title={b.reviewChanges} sign={<strong>{b.bookChanges(changed.size)}</strong>}>
        {changed.size === 0 ? (
          <p className={css["soft"]}>{b.reviewNothing}</p>
        ) : (
          <ChangeList differences={[...changed.values()]} before={before} after={now} linked />
        )}
      </Section>
      {faults.length === 0 && changed.size > 0 ? (
        <Section title={b.reviewEstimates}>
          <EstimateComparisonList before={before.book} after={now.book} />
        </Section>
      ) : null}
      <NoteField
        label={b.reviewNote}
        hint={b.reviewNoteHint}
        value={note}
        onText={setNote}
        onLeave={() => undefined}
      />
      <p className={css["soft"]}>{b.reviewDoneLead}</p>
    </Screen>
  );
}

function FaultList({ faults }: { readonly faults: readonly PriceBookFault[] }) {
  const { b, root } = useBook();
  const { language } = useWords();
  return (
    <List label={b.reviewFix}>
      {faults.map((fault) => {
        const path = fault.path.split("/").slice(0, 2).join("/");
        const section = path.split("/")[0] ?? "";
        const address = addressOf(root, fault.entry === null ? section : path);
        return (
          <li key={`${fault.path} ${fault.code}`}>
            <Link href={address} asChild>
              <ListRow
                href={address}
                lead={<AlertIcon />}
                title={fault.entry?.[language] ?? partWords(section, b)}
                detail={faultWords(fault, b)}
                meta={<NextIcon size={20} />}
              />
            </Link>
          </li>
        );
      })}
    </List>
  );
}
