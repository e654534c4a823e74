import { useRef } from "react";
import { IconButton } from "./icon-button.tsx";
import { CloseIcon, SearchIcon } from "./icons.tsx";
import css from "./search-field.module.css";

export type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly clearLabel: string;
  readonly placeholder?: string | undefined;
};

/** Finds while one types; clearing it keeps the caret in it. */
export function SearchField({ label, value, onText, clearLabel, placeholder }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onText("");
    input.current?.focus();
  };
  return (
    <search className={css["search"]}>
      <SearchIcon />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {value === "" ? null : <IconButton label={clearLabel} icon={<CloseIcon />} onClick={clear} />}
    </search>
  );
}
