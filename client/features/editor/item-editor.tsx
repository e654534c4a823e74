import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Implied } from "../../../shared/pricing/priced-estimate.ts";
import { impliedWords } from "../../chrome/implied-words.ts";
import { SaveFailure } from "../../chrome/save-failure.tsx";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { AlertIcon, TrashIcon } from "../../ui/icons.tsx";
import { KeypadDock } from "../../ui/keypad/keypad-dock.tsx";
import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import { Keypad } from "../../ui/keypad/keypad.tsx";
import { Money } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import { useEditor } from "./editor-context.tsx";
import css from "./item-editor.module.css";
import { kindName } from "./kind-name.ts";
import { ItemTerms } from "./item-terms.tsx";
import { readPlace } from "./place.ts";
import { pricedItem } from "./priced-item.ts";
import { useItemActions } from "./use-item-actions.ts";
import { useItemTyping } from "./use-item-typing.ts";
import { useItemWalk } from "./use-item-walk.ts";

/** One line beside the surfaces: what it is, its numbers, what that implies, and who decides about it. */
export function ItemEditor({ item }: { readonly item: RecordOf<"item"> }) {
  const { t } = useWords();
  const w = useSubject(itemWords);
  const { names } = useEditor();
  const { remove } = useItemActions();
  const [isCredit, setCredit] = useState(item.unitCost < 0);
  const typing = useItemTyping(item, isCredit);
  const walk = useItemWalk(item, typing);
  const begin = useEffectEvent(() => {
    const { field } = readPlace(location.hash);
    if (field !== null) walk.open(field);
  });
  useEffect(() => begin(), []);

  const numbers = useRef<HTMLDivElement>(null);
  const typingNumbers = walk.activeId !== null;
  // What the keypad leaves of the page belongs to the numbers.
  useLayoutEffect(() => {
    if (typingNumbers) numbers.current?.scrollIntoView({ block: "start" });
  }, [typingNumbers]);

  return (
    <KeypadDock
      keypad={
        walk.keypad && <Keypad {...walk.keypad} words={t} aside={<LinePrice item={item} />} />
      }
    >
      <div className={css["item"]} data-keypad={walk.keypad ? "open" : "away"}>
        <SaveFailure />
        <Price item={item} />
        <DisputeMark id={item.id} />
        <Section title={kindName(item.kind, w, isCredit)} sign={<SavedSign />}>
          <Field
            label={w.itemsName}
            value={typing.text("label")}
            placeholder={names.item(item.id) || w.itemsUnnamed}
            maxLength={120}
            autoComplete="off"
            enterKeyHint="done"
            onText={(text) => typing.type("label", text)}
            onFocus={walk.close}
            onBlur={typing.leave}
          />
          <div ref={numbers} className={css["numbers"]} data-count={walk.ids.length}>
            {walk.ids.map((id) => (
              <KeypadField key={id} {...walk.field(id)} />
            ))}
          </div>
        </Section>
        <ItemTerms item={item} typing={typing} isCredit={isCredit} onCredit={setCredit} />
        <div>
          <Button variant="danger" icon={<TrashIcon />} onClick={() => void remove(item.id)}>
            {w.itemsRemove}
          </Button>
        </div>
      </div>
    </KeypadDock>
  );
}

/** The line's price beside what is typed: the keypad takes the room where it stands otherwise. */
function LinePrice({ item }: { readonly item: RecordOf<"item"> }) {
  const { option } = useEditor();
  const line = pricedItem(option, item.id);
  return line === undefined ? null : <Money cents={line.cents} size="l" rolls />;
}

/** What the line comes to in the option that is shown, and what that is in hours and for a square foot. */
function Price({ item }: { readonly item: RecordOf<"item"> }) {
  const words = useWords();
  const { option, priced, names, problemWords } = useEditor();
  const line = pricedItem(option, item.id);
  const sentence = line
    ? impliedWords(impliedOf(item, line.implied), words, item.kind !== "crew-days")
    : null;
  const problem = priced?.problems.find(({ itemId, blocking }) => itemId === item.id && blocking);
  return (
    <div className={css["price"]} aria-live="polite">
      <span className={css["soft"]}>{option?.label[words.language]}</span>
      <Money cents={line?.cents ?? 0} size="xl" />
      {sentence === null || line?.cents === 0 ? null : <p>{sentence}</p>}
      {problem === undefined || !problemWords ? null : (
        <p className={css["problem"]}>
          <AlertIcon size={20} />
          {problemWords(problem, names, words)}
        </p>
      )}
    </div>
  );
}

/** Of one piece everything is said by its price, but for the hours. */
const impliedOf = ({ kind, quantity }: RecordOf<"item">, implied: Implied): Implied =>
  (kind === "cost" || kind === "price") && quantity.trim() === "1"
    ? { ...implied, unitsPerHour: null, centsPerUnit: null }
    : implied;
