import { useState } from "react";
import { freeId, slug } from "../../../shared/pricing/edit/book-sections.ts";
import { withValueAt } from "../../../shared/pricing/edit/json.ts";
import { useSay } from "../../chrome/use-say.ts";
import { editBook } from "../../local/actions/book-draft.ts";
import { useLocal } from "../../local/local-context.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import css from "./source-sheet.module.css";

/** The numbers whose source is asked for, and what it is now. */
export interface SourceChoice {
  readonly key: string;
  readonly ats: readonly string[];
}

export type SourceSheetProps = {
  readonly choice: SourceChoice | null;
  readonly title: string;
  readonly path: string;
  readonly onClose: () => void;
};

/** Where some numbers come from: one of the book's sources, or a new one in the manager's own words. */
export function SourceSheet({ choice, title, path, onClose }: SourceSheetProps) {
  const { t } = useWords();
  const { b, now } = useBook();
  const local = useLocal();
  const { userName } = useSession();
  const say = useSay();
  const [text, setText] = useState("");

  const take = (key: string, added?: string) => {
    const ats = choice?.ats ?? [];
    onClose();
    setText("");
    const saving = editBook(
      local,
      (current) => {
        const entry = ats.reduce((whole, at) => withValueAt(whole, at, key), current(path));
        const edit = { path, value: JSON.stringify(entry) };
        return added === undefined
          ? [edit]
          : [{ path: `sources/${key}`, value: JSON.stringify(added) }, edit];
      },
      { startedBy: userName },
    );
    void say(saving);
  };
  const add = () => {
    const name = slug(text).replace(/^[^a-z]+/, "");
    take(freeId(name || "own", new Set(Object.keys(now.book.sources))), text.trim());
  };

  return (
    <Sheet open={choice !== null} onClose={onClose} title={title} closeLabel={t.close}>
      <div className={css["sources"]}>
        <Field
          label={b.sourceNewLabel}
          value={text}
          onText={setText}
          placeholder={b.sourceNewHint}
          maxLength={400}
          autoComplete="off"
        />
        <Button disabled={text.trim() === ""} onClick={add}>
          {b.sourceUse}
        </Button>
        <List label={title}>
          {Object.entries(now.book.sources).map(([key, words]) => (
            <li key={key}>
              <ListRow
                title={<span className={css["words"]}>{words}</span>}
                current={key === choice?.key}
                meta={key === choice?.key ? <TickIcon size={20} /> : null}
                onClick={() => take(key)}
              />
            </li>
          ))}
        </List>
      </div>
    </Sheet>
  );
}
