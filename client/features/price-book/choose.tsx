import { useId } from "react";
import css from "./choose.module.css";

type ChooseProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** Up to so many answers stand side by side; more of them in a list of the system's own. */
const MOST_TILES = 4;

/** One of several answers whose number the price book decides. */
export function Choose(props: ChooseProps) {
  const { options, value } = props;
  const isKnown = options.some((option) => option.value === value);
  return options.length <= MOST_TILES && isKnown ? <Tiles {...props} /> : <Menu {...props} />;
}

function Tiles({ label, options, value, onValue }: ChooseProps) {
  const name = useId();
  return (
    <fieldset className={css["choice"]}>
      <legend>{label}</legend>
      <div className={css["tiles"]}>
        {options.map((option) => (
          <label key={option.value} className={css["tile"]}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Menu({ label, options, value, onValue }: ChooseProps) {
  const id = useId();
  const isKnown = options.some((option) => option.value === value);
  return (
    <div className={css["menu"]}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {isKnown ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
