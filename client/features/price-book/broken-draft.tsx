import type { PriceBookFault } from "../../../shared/pricing/price-book-fault.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { discardBook } from "../../local/actions/book-draft.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import type { BookWords } from "../../words/book-words.ts";
import { useWords } from "../../words/words-provider.tsx";
import { faultWords } from "./fault-words.ts";
import { partWords } from "./sections.ts";
import { useBookEdits } from "./use-book-edits.ts";

type BrokenDraftProps = { readonly b: BookWords; readonly faults: readonly PriceBookFault[] };

/** A draft that is no price book any more: what came from elsewhere is named, and can be taken back. */
export function BrokenDraft({ b, faults }: BrokenDraftProps) {
  const { t, language } = useWords();
  const { edit } = useBookEdits();
  const local = useLocal();
  const say = useSay();
  return (
    <Screen header={<MainHeader title={b.bookTitle} back={{ href: "/" }} />}>
      <ErrorNotice
        happened={b.bookBroken}
        safe={t.errorSafe}
        todo={b.bookBrokenTodo}
        action={<Button onClick={() => void say(discardBook(local))}>{b.bookDiscard}</Button>}
      />
      <List>
        {faults.map((fault) => {
          const path = fault.path.split("/").slice(0, 2).join("/");
          const name = fault.entry?.[language] ?? partWords(path.split("/")[0] ?? "", b);
          return (
            <li key={`${fault.path} ${fault.code}`}>
              <ListRow
                title={b.bookTakeBack(name)}
                detail={faultWords(fault, b)}
                onClick={() => void say(edit([{ path, value: undefined }]))}
              />
            </li>
          );
        })}
      </List>
    </Screen>
  );
}
