import { Link } from "wouter";
import type { QueuedEdit } from "../../local/queries/queue.ts";
import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { mutationWords } from "../../chrome/edit-words/mutation-words.ts";
import { type EditWords, useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./queue-list.module.css";
import { type QueueGroup, queueGroups } from "./queue-groups.ts";

type QueueListProps = {
  readonly label: string;
  readonly edits: readonly QueuedEdit[];
  /** The tablet is sending at this moment. */
  readonly isSending: boolean;
  /** Edits that are not in `edits`. */
  readonly more: number;
};

/** What waits, record by record: whose estimate, which room, which fields, and how far it has come. */
export function QueueList({ label, edits, isSending, more }: QueueListProps) {
  const t = useEditWords();
  const { number } = useWords();
  const w = useSubject(where);
  const groups = queueGroups(edits, {
    place: (edit) => placeOf(edit, t),
    what: (edit) => whatOf(edit, t),
  });
  const state = (group: QueueGroup): string => {
    if (group.state === "answered") return w.whereStateServer;
    return group.state === "offered" && isSending ? w.whereStateSending : w.whereStateTablet;
  };
  const title = (group: QueueGroup): string => {
    if (group.kind === "customers") return w.whereCustomers;
    if (group.kind === "price-book") return w.wherePriceBook;
    return group.customerName || t.homeUntitled;
  };
  return (
    <>
      <List label={label}>
        {groups.map((group) => {
          const row = (
            <ListRow
              href={addressOf(group) ?? undefined}
              title={title(group)}
              detail={<Places group={group} />}
              meta={<small className={css["state"]}>{state(group)}</small>}
            />
          );
          const address = addressOf(group);
          return (
            <li key={group.key}>
              {address === null ? (
                row
              ) : (
                <Link href={address} asChild>
                  {row}
                </Link>
              )}
            </li>
          );
        })}
      </List>
      {more > 0 ? <p>{w.whereMore(number(more))}</p> : null}
    </>
  );
}

function Places({ group }: { readonly group: QueueGroup }) {
  const w = useSubject(where);
  return (
    <span className={css["places"]}>
      {group.places.map(({ place, what, count }) => (
        <span key={place}>
          {place === "" ? null : <b>{place}: </b>}
          {w.whereTimes(what.join(", "), count)}
        </span>
      ))}
    </span>
  );
}

function addressOf({ kind, estimateId }: QueueGroup): string | null {
  if (kind === "price-book") return "/price-book";
  return kind === "customers" || estimateId === null ? null : `/estimates/${estimateId}`;
}

function placeOf({ operations, subject }: QueuedEdit, t: EditWords): string {
  const entity = operations.at(-1)?.entity;
  if (entity === "area" || entity === "surface") return subject.areaName || t.didArea;
  if (entity === "item") return subject.itemLabel || t.didItem;
  if (entity === "customer") return subject.customerName;
  return entity === "estimate" ? t.detailsJob : "";
}

/** One field by its name; anything else by what was done. */
function whatOf({ name, operations }: QueuedEdit, t: EditWords): string {
  const [operation, ...others] = operations;
  const field =
    operation?.op === "set" && others.length === 0
      ? fieldWords(operation.entity, operation.field, t)
      : null;
  return field ?? mutationWords(name, t);
}
