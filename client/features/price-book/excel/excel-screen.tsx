import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { diffBooks } from "../../../../shared/pricing/edit/diff-books.ts";
import type { ReadBookSheets } from "../../../../shared/pricing/sheets/conclude-sheets.ts";
import { MAX_OPERATIONS } from "../../../../shared/sync/mutation.ts";
import { useSession } from "../../../chrome/session-context.tsx";
import { useSay } from "../../../chrome/use-say.ts";
import { editBook } from "../../../local/actions/book-draft.ts";
import { useLocal } from "../../../local/local-context.tsx";
import { ActionBar } from "../../../ui/action-bar.tsx";
import { Button } from "../../../ui/button.tsx";
import { Screen } from "../../../ui/screen.tsx";
import { Section } from "../../../ui/section.tsx";
import type { ExcelWords } from "../../../words/excel-words.ts";
import { useBook } from "../book-context.tsx";
import { BookHeader } from "../book-header.tsx";
import { editsFor } from "./bases.ts";
import { Differences, HoldAgainst, Ignored } from "./difference-part.tsx";
import css from "./excel.module.css";
import { ExportPart } from "./export-part.tsx";
import { ChooseWorkbook, NotRead, Reading, Refused } from "./import-part.tsx";
import { useBookFile } from "./use-book-file.ts";
import { type Held, useHeld } from "./use-held.ts";
import { useLaunchedFile } from "./use-launched-file.ts";
import { useSharedFile } from "./use-shared-file.ts";

type ExcelScreenProps = { readonly x: ExcelWords };

/** The price book out into a workbook, and back in with every difference shown first. */
export function ExcelScreen({ x }: ExcelScreenProps) {
  const { b, canEdit } = useBook();
  const [chosen, setChosen] = useState<File | null>(null);
  useLaunchedFile((file) => {
    if (canEdit) setChosen(file);
  });
  useSharedFile(canEdit, setChosen);
  if (chosen !== null) return <ChosenFile x={x} chosen={chosen} onFile={setChosen} />;
  return (
    <Screen header={<BookHeader title={x.title} detail={b.bookTitle} backTo="/price-book" />}>
      <ExportPart x={x} />
      <Section title={x.importTitle}>
        <p>{canEdit ? x.importLead : x.importOnlyManagers}</p>
        {canEdit ? (
          <div className={css["acts"]}>
            <ChooseWorkbook label={x.importButton} onFile={setChosen} />
          </div>
        ) : null}
      </Section>
    </Screen>
  );
}

type ChosenFileProps = ExcelScreenProps & {
  readonly chosen: File;
  readonly onFile: (file: File) => void;
};

/** One file: being read, refused, or held against a book. */
function ChosenFile({ x, chosen, onFile }: ChosenFileProps) {
  const { b } = useBook();
  const [fromId, setFromId] = useState("");
  const holding = useHeld(fromId);
  const state = useBookFile(chosen, holding.held.book);
  const read = state.is === "read" && state.file.ok ? state.file : null;
  // What the file comes from is known once it has been read, and may change what it is held against.
  if (read !== null && read.from.bookId !== fromId) setFromId(read.from.bookId);
  return (
    <Screen
      header={<BookHeader title={x.title} detail={b.bookTitle} backTo="/price-book" />}
      bar={read === null ? undefined : <Put x={x} read={read} holding={holding} />}
    >
      <div className={css["file"]}>
        <h2>{chosen.name}</h2>
        <ChooseWorkbook label={x.importAgain} onFile={onFile} />
      </div>
      {state.is === "reading" ? <Reading x={x} step={state.step} /> : null}
      {state.is === "failed" ? <NotRead x={x} error={null} /> : null}
      {state.is === "read" && !state.file.ok ? (
        "error" in state.file ? (
          <NotRead x={x} error={state.file.error} />
        ) : (
          <Refused x={x} faults={state.file.faults} />
        )
      ) : null}
      {read === null ? null : (
        <>
          <HoldAgainst x={x} {...holding} />
          <Differences x={x} name={chosen.name} file={read.book} held={holding.held.book} />
          <Ignored x={x} warnings={read.warnings} />
        </>
      )}
    </Screen>
  );
}

type PutProps = ExcelScreenProps & {
  readonly read: Extract<ReadBookSheets, { ok: true }>;
  readonly holding: Held;
};

/** As many changes as one publication can take away again, with the draft itself and the new version. */
const MAX_CHANGES = MAX_OPERATIONS - 2;

/** Takes the differences over, and goes on to the review. */
function Put({ x, read, holding: { held } }: PutProps) {
  const { now, draft } = useBook();
  const { userName } = useSession();
  const local = useLocal();
  const say = useSay();
  const [, navigate] = useLocation();
  const [isPutting, setIsPutting] = useState(false);
  const differences = useMemo(() => diffBooks(held.book, read.book), [held.book, read.book]);
  const edits = useMemo(
    () => editsFor(read.book, held, { book: now.book, draft }),
    [read.book, held, now.book, draft],
  );
  if (differences.length === 0) return null;
  const count = edits.length + (draft?.changes.length ?? 0);
  if (count > MAX_CHANGES) {
    return <ActionBar lead={<strong>{x.tooMany(differences.length)}</strong>}>{null}</ActionBar>;
  }
  const put = async () => {
    setIsPutting(true);
    const done = await say(editBook(local, () => edits, { startedBy: userName }));
    setIsPutting(false);
    if (done.ok) navigate("/price-book/review");
  };
  return (
    <ActionBar>
      <Button variant="primary" big disabled={isPutting} onClick={() => void put()}>
        {x.put(differences.length)}
      </Button>
    </ActionBar>
  );
}
