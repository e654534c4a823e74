import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import {
  type BookEntry,
  type BookList,
  entriesOf,
  isBookList,
  slug,
  sourcesOf,
} from "../../../shared/pricing/edit/book-sections.ts";
import { labelOf } from "../../../shared/pricing/edit/diff-books.ts";
import { useSay } from "../../chrome/use-say.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NextIcon, PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import { ChangeMark } from "./change-mark.tsx";
import css from "./price-book.module.css";
import {
  addressOf,
  firstIsUsual,
  partsOf,
  partWords,
  type Section,
  sectionWords,
} from "./sections.ts";
import { summaryOf } from "./summary-of.ts";
import { useBookEdits } from "./use-book-edits.ts";

type SectionListProps = {
  readonly section: Section;
  /** The entry that stands open beside the list. */
  readonly current?: string | undefined;
};

/** What a section of the price book holds: its settings, and the entries of its lists. */
export function SectionList({ section, current }: SectionListProps) {
  const { b, now } = useBook();
  return (
    <div className={css["page"]}>
      {groupsOf(section).map((group) =>
        typeof group !== "string" ? (
          <List key={group.join(" ")} label={sectionWords(section, b)[0]}>
            {group.map((setting) => (
              <li key={setting}>
                <Row path={setting} title={partWords(setting, b)} current={current} />
              </li>
            ))}
          </List>
        ) : group === "substrates" ? (
          <div key={group} className={css["lists"]}>
            <Entries
              part={group}
              title={b.listSubstratesRoom}
              current={current}
              shows={(at) => now.book.substrates[at]?.appliesTo.includes("room") ?? true}
              canAdd={false}
            />
            <Entries
              part={group}
              title={b.listSubstratesSide}
              current={current}
              shows={(at) => !(now.book.substrates[at]?.appliesTo.includes("room") ?? true)}
            />
          </div>
        ) : (
          <Entries key={group} part={group} title={partWords(group, b)} current={current} />
        ),
      )}
    </div>
  );
}

type EntryList = BookList | "sources";

/** Settings that follow one another stand in one list. */
function groupsOf(section: Section): readonly (EntryList | readonly string[])[] {
  const groups: (EntryList | string[])[] = [];
  for (const part of partsOf[section]) {
    const last = groups.at(-1);
    if (isBookList(part) || part === "sources") groups.push(part);
    else if (typeof last === "object") last.push(part);
    else groups.push([part]);
  }
  return groups;
}

type EntriesProps = {
  readonly part: EntryList;
  readonly title: string;
  readonly current: string | undefined;
  /** Which of them, by their position. */
  readonly shows?: ((at: number) => boolean) | undefined;
  readonly canAdd?: boolean | undefined;
};

const every = (): boolean => true;

function Entries({ part, title, current, shows = every, canAdd = true }: EntriesProps) {
  const { b, now, before, canEdit, root } = useBook();
  const { language } = useWords();
  const { edit } = useBookEdits();
  const say = useSay();
  const { show } = useToast();
  const [, navigate] = useLocation();
  const listed = part === "sources" ? sourcesOf(now.book) : now.entries(part);
  const entries = listed.filter((_, at) => shows(at));
  const gone = canAdd ? takenOut(part, now, before) : [];
  const add = async () => {
    const { newEntry } = await import("./forms/new-entry.ts");
    const added =
      part === "sources"
        ? { id: `own-${Object.keys(now.book.sources).length + 1}`, value: b.sourceNewHint }
        : newEntry(now.book, part, b.entryNew);
    if (!added) return show({ text: b.entryNeeds });
    const path = `${part}/${slug(added.id)}`;
    if ((await say(edit([{ path, value: JSON.stringify(added.value) }]))).ok)
      navigate(addressOf(root, path));
  };
  return (
    <section className={css["lists"]} aria-label={title}>
      <div className={css["head"]}>
        <h2>{title}</h2>
        {firstIsUsual.has(part) ? <span className={css["soft"]}>{b.listFirstIsUsual}</span> : null}
      </div>
      {entries.length + gone.length === 0 ? (
        <p className={css["soft"]}>{b.listEmpty}</p>
      ) : (
        <List label={title}>
          {entries.map(({ id, value }) => (
            <li key={id}>
              <Row
                path={`${part}/${id}`}
                title={entryTitle(part, labelOf(value)?.[language] || id)}
                value={value}
                current={current}
              />
            </li>
          ))}
          {gone.map(({ id, value }) => (
            <li key={id}>
              <Row
                path={`${part}/${id}`}
                title={<s>{labelOf(value)?.[language] || id}</s>}
                current={current}
              />
            </li>
          ))}
        </List>
      )}
      {canEdit && canAdd ? (
        <div className={css["acts"]}>
          <Button icon={<PlusIcon />} onClick={() => void add()}>
            {b.entryAddTo(partWords(part, b))}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** A source is a sentence, and no name. */
const entryTitle = (part: EntryList, text: string): ReactNode =>
  part === "sources" ? <span className={css["sentence"]}>{text}</span> : text;

/** Entries of the published book that the draft has taken out: they can come back. */
function takenOut(
  part: EntriesProps["part"],
  now: ReturnType<typeof useBook>["now"],
  before: ReturnType<typeof useBook>["before"],
): readonly BookEntry[] {
  const here = part === "sources" ? sourcesOf(now.book) : now.entries(part);
  const were = part === "sources" ? sourcesOf(before.book) : entriesOf(before.book, part);
  const ids = new Set(here.map(({ id }) => id));
  return were.filter(({ id }) => !ids.has(id));
}

type RowProps = {
  readonly path: string;
  readonly title: ReactNode;
  readonly value?: unknown;
  readonly current: string | undefined;
};

function Row({ path, title, value, current }: RowProps) {
  const { now, root, changed } = useBook();
  const address = addressOf(root, path);
  const facts = summaryOf(now, path);
  const shade = path.startsWith("colours/") ? hexOf(value) : null;
  return (
    <Link href={address} asChild>
      <ListRow
        href={address}
        title={
          shade === null ? (
            title
          ) : (
            <Swatch colour={shade} name={typeof title === "string" ? title : ""} />
          )
        }
        detail={facts.length === 0 ? null : <Facts facts={[...facts]} />}
        current={path === current}
        meta={changed.has(path) ? <ChangeMark path={path} /> : <NextIcon size={20} />}
      />
    </Link>
  );
}

function hexOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("hex" in value)) return null;
  return typeof value.hex === "string" ? value.hex : null;
}
