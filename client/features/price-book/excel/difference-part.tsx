import { useMemo } from "react";
import { diffBooks } from "../../../../shared/pricing/edit/diff-books.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import type { SheetWarning } from "../../../../shared/pricing/sheets/sheet-fault.ts";
import { Banner } from "../../../ui/banner.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AlertIcon } from "../../../ui/icons.tsx";
import { Section } from "../../../ui/section.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import type { ExcelWords } from "../../../words/excel-words.ts";
import { useWords } from "../../../words/words-provider.tsx";
import { useBook } from "../book-context.tsx";
import { ChangeList } from "../change-list.tsx";
import { shownBook } from "../open-price-book.tsx";
import css from "./excel.module.css";
import type { Candidate, Held } from "./use-held.ts";

type DifferencesProps = {
  readonly x: ExcelWords;
  readonly name: string;
  readonly file: PriceBook;
  readonly held: PriceBook;
};

/** Everything that a file says otherwise, each number with the one it would replace. */
export function Differences({ x, name, file, held }: DifferencesProps) {
  const { b } = useBook();
  const words = useWords();
  const shown = useMemo(
    () => ({
      differences: diffBooks(held, file),
      before: shownBook(words, b, held, null),
      after: shownBook(words, b, file, null),
    }),
    [words, b, held, file],
  );
  const { differences, before, after } = shown;
  if (differences.length === 0)
    return <EmptyState title={x.nothing}>{x.nothingLead(name)}</EmptyState>;
  return (
    <Section title={x.differences} sign={<strong>{b.bookChanges(differences.length)}</strong>}>
      <ChangeList differences={differences} before={before} after={after} />
      <p className={css["soft"]}>{x.putLead}</p>
    </Section>
  );
}

type HoldAgainstProps = Held & { readonly x: ExcelWords };

/** Asks what the file is held against, where that makes a difference, and says what follows from it. */
export function HoldAgainst({ x, held, candidates, hold }: HoldAgainstProps) {
  const { draft, versions } = useBook();
  const from = candidates.find(({ name }) => name === "from");
  if (candidates.length < 2) return null;
  const current = versions[0]?.version ?? 0;
  const old = from?.book.version;
  const segment = ({ name, book }: Candidate) => ({
    value: name,
    label: name === "draft" ? x.compareDraft : x.compareVersion(book.version),
    detail: name === "from" ? x.compareFrom : name === "current" ? x.compareCurrent : undefined,
  });
  return (
    <>
      <SegmentedControl
        label={x.compareWith}
        options={candidates.map(segment)}
        value={held.name}
        onValue={hold}
      />
      {draft ? (
        <p>
          {held.name === "draft"
            ? x.draftTaken(draft.changes.length)
            : x.draftKept(draft.changes.length)}
        </p>
      ) : null}
      {old === undefined ? null : held.name === "from" ? (
        <p>{x.older(old, current)}</p>
      ) : (
        <Banner tone="alarm" icon={<AlertIcon />}>
          {x.olderAll(old, current)}
        </Banner>
      )}
    </>
  );
}

type IgnoredProps = { readonly x: ExcelWords; readonly warnings: readonly SheetWarning[] };

/** What stands in the workbook and was not read: notes of one's own, or a title with a slip in it. */
export function Ignored({ x, warnings }: IgnoredProps) {
  if (warnings.length === 0) return null;
  return (
    <Section title={x.ignored}>
      <ul className={css["notes"]}>
        {warnings.slice(0, 20).map(({ code, sheet, cell, found }) => (
          <li key={`${code} ${sheet} ${cell}`}>
            {code === "extra_sheet" ? x.ignoredSheet(found) : x.ignoredColumn(sheet, found)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
