import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./place-fields.module.css";

type PlaceField = "street" | "city" | "state" | "postalCode";

type PlaceFieldsProps = {
  /** Whose address it is: the job's and the customer's are not always the same. */
  readonly label: string;
  readonly text: (field: PlaceField) => string;
  readonly onText: (field: PlaceField, text: string) => void;
  readonly onLeave: () => void;
  /** What hangs on the state, while it is not known. */
  readonly stateHint?: string | undefined;
};

/** An address, typed. Lengths stay within what Salesforce takes. */
export function PlaceFields({ label, text, onText, onLeave, stateHint }: PlaceFieldsProps) {
  const { t } = useWords();
  const bind = (field: PlaceField) => ({
    value: text(field),
    onText: (typed: string) => onText(field, typed),
    onBlur: onLeave,
    autoComplete: "off",
  });
  return (
    <fieldset className={css["place"]}>
      <legend>{label}</legend>
      <Field label={t.customerStreet} {...bind("street")} maxLength={255} />
      <div className={css["town"]}>
        <Field label={t.customerCity} {...bind("city")} maxLength={40} />
        <Field label={t.customerState} {...bind("state")} maxLength={20} />
        <Field label={t.customerZip} {...bind("postalCode")} inputMode="numeric" maxLength={20} />
      </div>
      {stateHint === undefined ? null : <p className={css["hint"]}>{stateHint}</p>}
    </fieldset>
  );
}
