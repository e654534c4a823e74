import { type FormEvent, useEffect, useRef, useState } from "react";
import { readPairingCode } from "../../../shared/session/pairing.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Field } from "../../ui/field.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";
import { devices } from "../../words/devices.ts";
import { useSubject } from "../../words/words-provider.tsx";
import { lookUpCode, type PairAnswer, spendCode } from "./ask-pair.ts";
import css from "./pair-part.module.css";

type Whose = Extract<Awaited<ReturnType<typeof lookUpCode>>, { ok: true }>["value"];
type Step =
  | { readonly is: "typing" | "looking" }
  | { readonly is: "asking"; readonly code: string; readonly whose: Whose }
  | { readonly is: "failed"; readonly error: Extract<PairAnswer<null>, { ok: false }>["error"] };

async function stepAfterLook(code: string): Promise<Step> {
  const found = await lookUpCode(code);
  return found.ok
    ? { is: "asking", code, whose: found.value }
    : { is: "failed", error: found.error };
}

/** A new tablet becomes somebody's: by the code in the address that its camera has opened, or by a typed one. */
export function PairPart() {
  const w = useSubject(devices);
  const [opened] = useState(() => readPairingCode(location.hash.slice(1)));
  const [step, setStep] = useState<Step>({ is: opened === null ? "typing" : "looking" });
  // Kept here: nobody types 26 characters twice because there was no signal.
  const [text, setText] = useState(opened ?? "");
  const told = useRef<HTMLOutputElement>(null);

  useEffect(() => {
    if (opened === null) return;
    // It is nobody's business in the history.
    history.replaceState(null, "", location.pathname);
    void stepAfterLook(opened).then(setStep);
  }, [opened]);
  // What had the focus is gone then; nothing is agreed to by a key that was still held down.
  useEffect(() => {
    if (step.is === "asking") told.current?.focus();
  }, [step.is]);
  const look = (code: string): void => {
    setStep({ is: "looking" });
    void stepAfterLook(code).then(setStep);
  };

  return (
    <main className={css["door"]}>
      <div className={css["words"]}>
        <h1>
          <Wordmark />
        </h1>
        <h2>{w.pairTitle}</h2>
        <output ref={told} tabIndex={-1}>
          {step.is === "looking" ? w.pairLooking : null}
          {step.is === "asking" ? w.pairAsk(step.whose.userName, step.whose.companyName) : null}
        </output>
        {step.is === "typing" || step.is === "failed" ? (
          <Typing text={text} onText={setText} onCode={look} />
        ) : null}
        {step.is === "failed" ? (
          <ErrorNotice
            happened={step.error === "wrong" ? w.pairWrong : w.pairNoServer}
            safe={w.pairWrongSafe}
            todo={step.error === "wrong" ? w.pairWrongTodo : w.pairNoServerTodo}
          />
        ) : null}
        {step.is === "asking" ? (
          <Asking code={step.code} onFailed={(error) => setStep({ is: "failed", error })} />
        ) : null}
      </div>
    </main>
  );
}

type TypingProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onCode: (code: string) => void;
};

function Typing({ text, onText, onCode }: TypingProps) {
  const w = useSubject(devices);
  const code = readPairingCode(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code !== null) onCode(code);
  };
  return (
    <form className={css["typing"]} onSubmit={submit}>
      <Field
        label={w.pairCode}
        value={text}
        onText={onText}
        hint={w.pairCodeHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" variant="primary" big wide disabled={code === null}>
        {w.pairGo}
      </Button>
      <ButtonLink variant="quiet" wide href="/">
        {w.pairOther}
      </ButtonLink>
    </form>
  );
}

type AskingProps = {
  readonly code: string;
  readonly onFailed: (error: "wrong" | "unreachable") => void;
};

/** Nobody's tablet becomes another's without somebody saying so. */
function Asking({ code, onFailed }: AskingProps) {
  const w = useSubject(devices);
  const [isSpending, setSpending] = useState(false);
  const spend = async (): Promise<void> => {
    setSpending(true);
    const done = await spendCode(code);
    if (done.ok) return location.assign("/");
    onFailed(done.error);
  };
  return (
    <>
      <Button variant="primary" big wide disabled={isSpending} onClick={() => void spend()}>
        {w.pairYes}
      </Button>
      <ButtonLink variant="quiet" wide href="/">
        {w.pairNo}
      </ButtonLink>
    </>
  );
}
