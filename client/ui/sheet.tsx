import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from "react";
import { IconButton } from "./icon-button.tsx";
import { CloseIcon } from "./icons.tsx";
import css from "./sheet.module.css";
import { usePullAway } from "./use-pull-away.ts";

export type SheetProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Buttons that stay in sight while the sheet scrolls. */
  readonly footer?: ReactNode;
  /** It is for typing: what is typed next goes into its first field, not to the button that closes it. */
  readonly startsInField?: boolean | undefined;
};

/**
 * The one level above the page. A native modal dialog: the browser keeps the focus inside, answers Escape and gives the
 * focus back. It comes from below in portrait and from the hand's side in landscape; a visible button closes it,
 * and so does a finger that pulls it back.
 */
export function Sheet(props: SheetProps) {
  const { open, onClose, title, closeLabel, children, footer, startsInField = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const pullAway = usePullAway(dialog, onClose);

  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) {
      element.showModal();
      if (startsInField) firstField(element)?.focus();
    }
    if (!open && element?.open) element.close();
  }, [open, startsInField]);

  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  // A browser may close a dialog by itself (a second Escape); the state of the screen has to follow.
  const followClose = () => {
    if (open) onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={css["sheet"]}
      aria-labelledby={titleId}
      closedby="any"
      onCancel={cancel}
      onClose={followClose}
    >
      {open ? (
        <div className={css["inside"]}>
          <header className={css["head"]} {...pullAway}>
            <h2 id={titleId}>{title}</h2>
            <IconButton label={closeLabel} icon={<CloseIcon />} onClick={onClose} />
          </header>
          <div className={css["body"]}>{children}</div>
          {footer ? <footer className={css["foot"]}>{footer}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
}

/** Of answers to tap, the one that is given: there the arrow keys begin. */
const firstField = (element: HTMLElement): HTMLElement | null =>
  element.querySelector<HTMLElement>("input:checked") ??
  element.querySelector<HTMLElement>("input, select, textarea");
