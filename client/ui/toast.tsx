import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { CloseIcon } from "./icons.tsx";
import css from "./toast.module.css";

export type Toast = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onAct: () => void } | undefined;
};

type ToastApi = { readonly show: (toast: Toast) => void };

/** Long enough to take off a glove and reach for Undo; what it undoes can also be undone from the screen. */
const TOAST_MS = 10_000;
/** A toast under a finger, a pointer or the focus is looked at again this much later. */
const HELD_MS = 2_000;

type ToastHostProps = { readonly closeLabel: string; readonly children: ReactNode };

const ToastContext = createContext<ToastApi | null>(null);

/** The way to say what just happened, with a way back. A new toast takes the place of the last. */
export function useToast(): ToastApi {
  const api = use(ToastContext);
  if (!api) throw new Error("useToast needs a ToastHost above it");
  return api;
}

/** The one place where toasts appear; it stands above the app, inside nothing that scrolls. */
export function ToastHost({ closeLabel, children }: ToastHostProps) {
  const host = useRef<HTMLOutputElement>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const close = useCallback(() => setToast(null), []);
  const api = useMemo<ToastApi>(() => ({ show: setToast }), []);

  useEffect(() => {
    if (!toast) return undefined;
    const closeUnlessHeld = () => {
      if (host.current?.matches(":hover, :focus-within"))
        timer = setTimeout(closeUnlessHeld, HELD_MS);
      else close();
    };
    let timer = setTimeout(closeUnlessHeld, TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast, close]);

  return (
    <ToastContext value={api}>
      {children}
      <output ref={host} className={css["host"]}>
        {toast ? <ToastStrip toast={toast} closeLabel={closeLabel} onClose={close} /> : null}
      </output>
    </ToastContext>
  );
}

type ToastStripProps = {
  readonly toast: Toast;
  readonly closeLabel: string;
  readonly onClose: () => void;
};

/** What a toast looks like; the host decides when. */
export function ToastStrip({ toast, closeLabel, onClose }: ToastStripProps) {
  const { action } = toast;
  const act = () => {
    onClose();
    action?.onAct();
  };
  return (
    <span className={css["toast"]}>
      <span className={css["text"]}>{toast.text}</span>
      {action ? (
        <Button variant="secondary" onClick={act}>
          {action.label}
        </Button>
      ) : null}
      <IconButton label={closeLabel} icon={<CloseIcon />} onClick={onClose} />
    </span>
  );
}
