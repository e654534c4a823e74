import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { InstallIcon } from "../../../ui/icons.tsx";
import { Section } from "../../../ui/section.tsx";
import { useToast } from "../../../ui/toast.tsx";
import type { ExcelWords } from "../../../words/excel-words.ts";
import { useWords } from "../../../words/words-provider.tsx";
import { useBook } from "../book-context.tsx";
import css from "./excel.module.css";

/** Long enough for the browser to have read the file. */
const KEPT_MS = 60_000;

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** A file has to be asked about; any will do. */
const canShareFiles = (): boolean =>
  typeof navigator.canShare === "function" &&
  navigator.canShare({ files: [new File([""], "a.xlsx", { type: "text/plain" })] });

async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch (error) {
    // Closed without having chosen anybody: that is an answer, too.
    if (!(error instanceof DOMException && error.name === "AbortError")) download(file);
  }
}

/** The price book as a file: kept on this tablet, or handed to another app. */
export function ExportPart({ x }: { readonly x: ExcelWords }) {
  const { now, draft, version } = useBook();
  const { language } = useWords();
  const { show } = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const name = draft ? x.fileNameDraft(version.version) : x.fileName(version.version);

  const make = async (hand: (file: File) => void | Promise<void>) => {
    setIsBusy(true);
    try {
      const { makeWorkbook } = await import("./make-workbook.ts");
      await hand(makeWorkbook({ book: now.book, isDraft: draft !== null }, language, name));
    } catch {
      show({ text: x.exportFailed });
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Section title={x.exportTitle}>
      <p>
        {x.exportLead} {draft ? x.exportDraftLead : null}
      </p>
      <div className={css["acts"]}>
        <Button
          variant="primary"
          icon={<InstallIcon />}
          disabled={isBusy}
          onClick={() => void make(download)}
        >
          {isBusy ? x.exportBusy : x.exportButton}
        </Button>
        {canShareFiles() ? (
          <Button variant="quiet" disabled={isBusy} onClick={() => void make(share)}>
            {x.exportShare}
          </Button>
        ) : null}
        <span className={css["soft"]}>{name}</span>
      </div>
    </Section>
  );
}
