import { useRef } from "react";
import { Button, type ButtonProps } from "./button.tsx";

export type ChooseFileProps = Pick<ButtonProps, "variant"> & {
  readonly label: string;
  /** Endings and types; some tablets know the one, some the other. */
  readonly accept?: string | undefined;
  readonly onFile: (file: File) => void;
};

/** A button that asks the device for a file. */
export function ChooseFile({ label, accept, variant, onFile }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file, put right, is chosen again.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <Button variant={variant} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
