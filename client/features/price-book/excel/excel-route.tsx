import { use } from "react";
import { useSession } from "../../../chrome/session-context.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Screen } from "../../../ui/screen.tsx";
import { loadExcelWords } from "../../../words/excel-words.ts";
import { useWords } from "../../../words/words-provider.tsx";
import { useBook } from "../book-context.tsx";
import { BookHeader } from "../book-header.tsx";
import { OpenPriceBook } from "../open-price-book.tsx";
import { ExcelScreen } from "./excel-screen.tsx";

/** `/price-book/excel`: the price book as a workbook, out and back in. */
export function ExcelRoute() {
  return (
    <OpenPriceBook>
      <Page />
    </OpenPriceBook>
  );
}

function Page() {
  const { b } = useBook();
  const { language } = useWords();
  const { role } = useSession();
  const x = use(loadExcelWords(language));
  if (role !== "painter") return <ExcelScreen x={x} />;
  return (
    <Screen header={<BookHeader title={x.title} detail={b.bookTitle} backTo="/price-book" />}>
      <EmptyState title={b.bookReadOnly} />
    </Screen>
  );
}
