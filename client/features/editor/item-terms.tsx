import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSay } from "../../chrome/use-say.ts";
import { editItem } from "../../local/actions/edit-item.ts";
import { tickItem } from "../../local/actions/tick-item.ts";
import { useLocal } from "../../local/local-context.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import { useEditor, useGround } from "./editor-context.tsx";
import css from "./item-editor.module.css";
import type { ItemTyping } from "./use-item-typing.ts";

type ItemTermsProps = {
  readonly item: RecordOf<"item">;
  readonly typing: ItemTyping;
  readonly isCredit: boolean;
  readonly onCredit: (isCredit: boolean) => void;
};

/** Beside its numbers: which area it covers, and whether the customer decides about it. */
export function ItemTerms({ item, typing, isCredit, onCredit }: ItemTermsProps) {
  const w = useSubject(itemWords);
  const local = useLocal();
  const say = useSay();
  const credit = (wanted: boolean) => {
    onCredit(wanted);
    const amount = Math.abs(item.unitCost);
    // Never minus zero, which no record holds.
    void say(editItem(local, item.id, "unitCost", wanted && amount > 0 ? -amount : amount));
  };
  return (
    <div className={css["terms"]}>
      {item.kind === "add-on" ? <AddOn item={item} /> : null}
      <Covers item={item} />
      <div className={css["rows"]}>
        {item.kind === "price" ? (
          <CheckRow
            kind="switch"
            label={w.itemsCredit}
            detail={w.itemsCreditLead}
            checked={isCredit}
            onChecked={credit}
          />
        ) : null}
        <CheckRow
          kind="switch"
          label={w.itemsOptional}
          detail={w.itemsOptionalLead}
          checked={item.optional}
          onChecked={(optional) => void say(editItem(local, item.id, "optional", optional))}
        />
        {item.optional ? (
          <CheckRow
            label={w.itemsTicked}
            checked={item.ticked}
            onChecked={(ticked) => void say(tickItem(local, item.id, ticked))}
          />
        ) : null}
      </div>
      {item.optional ? <Group item={item} typing={typing} /> : null}
    </div>
  );
}

type OfItem = { readonly item: RecordOf<"item"> };

function AddOn({ item }: OfItem) {
  const { language } = useWords();
  const w = useSubject(itemWords);
  const local = useLocal();
  const say = useSay();
  const { priceBook } = useGround();
  const known = priceBook.addOns.map(({ key, label }) => ({ value: key, label: label[language] }));
  const isKnown = known.some(({ value }) => value === item.addOn);
  return (
    <SelectField
      label={w.itemsWhich}
      value={item.addOn}
      options={isKnown ? known : [{ value: item.addOn, label: item.addOn }, ...known]}
      onValue={(addOn) => void say(editItem(local, item.id, "addOn", addOn))}
    />
  );
}

function Covers({ item }: OfItem) {
  const { t } = useWords();
  const w = useSubject(itemWords);
  const local = useLocal();
  const say = useSay();
  const { estimate } = useEditor();
  const areas = estimate.areas.map(({ area }) => ({
    value: area.id,
    label: area.name.trim() || t.homeUntitled,
  }));
  if (areas.length === 0) return null;
  return (
    <SelectField
      label={w.itemsCovers}
      value={item.areaId ?? ""}
      options={[{ value: "", label: w.itemsCoversNone }, ...areas]}
      onValue={(area) => void say(editItem(local, item.id, "areaId", area === "" ? null : area))}
    />
  );
}

/** Alternates: of the lines with the same word the customer takes one at most. */
function Group({ item, typing }: OfItem & Pick<ItemTermsProps, "typing">) {
  const w = useSubject(itemWords);
  const { estimate } = useEditor();
  const others = estimate.items
    .filter(({ id, optional }) => id !== item.id && optional)
    .map(({ group }) => group.trim());
  const groups = [...new Set(others)].filter((group) => group !== "");
  const choose = (group: string) => {
    typing.type("group", group);
    typing.leave();
  };
  return (
    <div className={css["group"]}>
      <Field
        label={w.itemsGroup}
        hint={w.itemsGroupLead}
        value={typing.text("group")}
        placeholder={w.itemsGroupNone}
        maxLength={120}
        autoComplete="off"
        onText={(text) => typing.type("group", text)}
        onBlur={typing.leave}
      />
      {groups.length === 0 ? null : (
        <ChipRow label={w.itemsGroup}>
          <Chip pressed={item.group.trim() === ""} onPress={() => choose("")}>
            {w.itemsGroupNone}
          </Chip>
          {groups.map((group) => (
            <Chip key={group} pressed={item.group.trim() === group} onPress={() => choose(group)}>
              {group}
            </Chip>
          ))}
        </ChipRow>
      )}
    </div>
  );
}
