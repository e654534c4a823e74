import { useLocation } from "wouter";
import {
  type BookList,
  isBookList,
  splitPath,
} from "../../../shared/pricing/edit/book-sections.ts";
import { labelOf } from "../../../shared/pricing/edit/diff-books.ts";
import { type EntryUse, usesOf, usesOfSource } from "../../../shared/pricing/edit/entry-uses.ts";
import { isObject } from "../../../shared/pricing/edit/json.ts";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyIcon, TrashIcon, UndoIcon, UpIcon } from "../../ui/icons.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import css from "./entry-end.module.css";
import { copyOf } from "./forms/new-entry.ts";
import { addressOf, partWords, sectionOf } from "./sections.ts";
import { useBookEdits } from "./use-book-edits.ts";

export type EntryEndProps = {
  readonly path: string;
  readonly entry: unknown;
  /** It is not in the published book: there is nothing to go back to. */
  readonly isNew: boolean;
};

/** Lists that must never be empty: a book without them cannot price anything. */
const neverEmpty: ReadonlySet<string> = new Set([
  "colourSlots",
  "sheens",
  "scopes",
  "substrates",
  "access",
  "occupancy",
  "conditions",
  "colourChanges",
  "textures",
  "methods",
  "prepLevels",
  "products",
  "options",
]);

/** What can be done with an entry as a whole. */
export function EntryEnd({ path, entry, isNew }: EntryEndProps) {
  const { b, changed, now, root } = useBook();
  const { t, language } = useWords();
  const { edit } = useBookEdits();
  const say = useSay();
  const local = useLocal();
  const { show } = useToast();
  const [, navigate] = useLocation();
  const { section, id } = splitPath(path);
  const name = labelOf(entry)?.[language] ?? partWords(section, b);
  const list = isBookList(section) ? section : null;

  const goBack = (draftId: string) => ({
    label: t.undo,
    onAct: () => void say(undo(local, draftId)),
  });
  const settled = async () => draftsOf(local).settle();
  const restore = async () => {
    await settled();
    const done = await say(edit([{ path, value: undefined }]));
    if (done.ok) show({ text: b.entryRestored(name), action: goBack(done.value) });
  };
  const remove = async () => {
    await settled();
    const gone = { path, value: isNew ? undefined : null };
    const done = await say(edit([gone]));
    if (!done.ok) return;
    navigate(`${root}/${sectionOf(section)}`);
    show({ text: b.entryRemoved(name), action: goBack(done.value) });
  };
  const duplicate = async (of: BookList) => {
    await settled();
    const copy = copyOf(now.book, of, entry, b.entryCopy);
    const added = { path: `${of}/${copy.id}`, value: JSON.stringify(copy.value) };
    if ((await say(edit([added]))).ok) navigate(addressOf(root, added.path));
  };
  const moveUp = async (of: BookList) => {
    const ids = now.entries(of).map((other) => other.id);
    const at = ids.indexOf(id ?? "");
    const order = ids.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, ids[at] ?? "");
    await say(edit([{ path: of, value: JSON.stringify(order) }]));
  };

  const blocked = id === null ? null : blockedBy(now.book, section, id, entry);
  const place = list && id !== null ? now.placeOf(list, id) : 0;
  return (
    <div className={css["end"]}>
      {changed.has(path) && !isNew ? (
        <Button icon={<UndoIcon />} onClick={() => void restore()}>
          {b.entryRestore}
        </Button>
      ) : null}
      {list ? (
        <Button icon={<CopyIcon />} onClick={() => void duplicate(list)}>
          {b.entryDuplicate}
        </Button>
      ) : null}
      {list && place > 0 ? (
        <Button icon={<UpIcon />} onClick={() => void moveUp(list)}>
          {b.entryUp}
        </Button>
      ) : null}
      {id === null ? null : (
        <Button
          variant="danger"
          icon={<TrashIcon />}
          disabled={blocked !== null}
          onClick={() => void remove()}
        >
          {b.entryRemove}
        </Button>
      )}
      {blocked === null ? null : (
        <p className={css["note"]}>
          {blocked.length === 0
            ? b.entryLast
            : b.entryUsedBy(
                blocked
                  .map((use) => use.label?.[language] ?? partWords(splitPath(use.path).section, b))
                  .join(", "),
              )}
        </p>
      )}
    </div>
  );
}

/** Who keeps an entry in the book; null when nobody does, empty when it is the last of its kind. */
function blockedBy(
  book: ReturnType<typeof useBook>["now"]["book"],
  section: string,
  id: string,
  entry: unknown,
): readonly EntryUse[] | null {
  if (section === "sources") {
    const uses = usesOfSource(book, id);
    return uses.length > 0 ? uses : null;
  }
  if (!isBookList(section)) return null;
  const key = isObject(entry) && typeof entry["key"] === "string" ? entry["key"] : id;
  const uses = usesOf(book, section, key);
  if (uses.length > 0) return uses;
  return neverEmpty.has(section) && book[section].length === 1 ? [] : null;
}
