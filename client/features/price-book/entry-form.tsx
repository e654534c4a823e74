import { useMemo, useState } from "react";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { KeypadDock } from "../../ui/keypad/keypad-dock.tsx";
import { Keypad } from "../../ui/keypad/keypad.tsx";
import { useKeypadWalk } from "../../ui/keypad/use-keypad-walk.ts";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import type { EntryEndProps } from "./entry-end.tsx";
import css from "./entry-form.module.css";
import { FormPart } from "./form-part.tsx";
import type { FormGroup, NumberField } from "./forms/form-fields.ts";
import { textsOf } from "./form-texts.ts";
import type { SourceChoice, SourceSheetProps } from "./source-sheet.tsx";
import { useEntryTyping } from "./use-entry-typing.ts";

const entryEnd = lazyPart<EntryEndProps>(async () => (await import("./entry-end.tsx")).EntryEnd);
const sourceSheet = lazyPart<SourceSheetProps>(
  async () => (await import("./source-sheet.tsx")).SourceSheet,
);

type EntryFormProps = {
  readonly path: string;
  readonly entry: unknown;
  readonly groups: readonly FormGroup[];
  /** As it is in the published book; null for what is new. */
  readonly before: readonly FormGroup[] | null;
};

/** An entry of the price book to be changed: fields in groups, and the one keypad for all its numbers. */
export function EntryForm({ path, entry, groups, before }: EntryFormProps) {
  const { t } = useWords();
  const { b } = useBook();
  const typing = useEntryTyping(path, entry, groups);
  const [source, setSource] = useState<SourceChoice | null>(null);
  const was = useMemo(() => (before ? textsOf(before) : null), [before]);
  const numbers = groups
    .flatMap(({ fields }) => fields)
    .filter((field): field is NumberField => field.kind === "number");
  const byId = new Map(numbers.map((field) => [field.id, field]));
  const textOf = (id: string): string => {
    const field = byId.get(id);
    return field ? typing.text(field) : "";
  };
  const walk = useKeypadWalk<string>({
    fields: numbers.map(({ id, mode }) => ({ id, mode })),
    text: textOf,
    onText: (id, typed) => {
      const field = byId.get(id);
      if (field) typing.type(field, typed);
    },
    onEnd: typing.leave,
  });
  const active = walk.activeId === null ? undefined : byId.get(walk.activeId);
  const open = (id: string) => {
    if (id !== walk.activeId) typing.leave();
    walk.open(id);
  };

  return (
    <KeypadDock
      keypad={
        walk.keypad && active ? (
          <Keypad
            {...walk.keypad}
            label={active.label}
            echo={active.note?.(typing.text(active)) ?? null}
            problem={typing.problem(active)}
            words={t}
          />
        ) : null
      }
    >
      <div className={css["form"]}>
        {groups.map((group) => (
          <FormPart
            key={group.id}
            group={group}
            typing={typing}
            was={was}
            entry={entry}
            numberProps={(field) => ({
              ...walk.field(field.id),
              onActivate: () => open(field.id),
              label: field.label,
              echo: field.note?.(typing.text(field)) ?? null,
              problem: typing.problem(field),
            })}
            onSource={(choice) => setSource(choice)}
          />
        ))}
        <entryEnd.Part path={path} entry={entry} isNew={before === null} />
      </div>
      <sourceSheet.Part
        choice={source}
        title={b.sourceChoose}
        onClose={() => setSource(null)}
        path={path}
      />
    </KeypadDock>
  );
}
