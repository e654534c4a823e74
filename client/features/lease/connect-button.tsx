import { useState } from "react";
import { signInHref } from "../../chrome/sign-in-href.ts";
import { closureNow } from "../../session/closure.ts";
import { refresh } from "../../session/refresh.ts";
import { Button, type ButtonProps } from "../../ui/button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { lease } from "../../words/lease.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** Asks the server at once, and says so when nobody answers: a tap that changes nothing looks broken. */
export function ConnectButton(look: Pick<ButtonProps, "variant" | "big" | "wide">) {
  const w = useSubject(lease);
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const connect = async (): Promise<void> => {
    setAsking(true);
    const { kind } = await refresh();
    setAsking(false);
    if (kind === "unreachable") toast.show({ text: w.noConnection });
    // The server knows this tablet no more: its key went with the browser's storage, or the office has ended the session.
    if (kind === "signed-out" && closureNow() !== "wiping")
      location.assign(signInHref(location.pathname));
  };
  return (
    <Button {...look} disabled={isAsking} onClick={() => void connect()}>
      {isAsking ? w.connecting : w.connect}
    </Button>
  );
}
