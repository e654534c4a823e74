import { isEntityName } from "../../../shared/estimate/entities.ts";
import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { useSay } from "../../chrome/use-say.ts";
import { resolveWithAnother } from "../../local/actions/resolve-with-another.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./conflict-card.module.css";
import type { OpenConflictProps } from "./conflict-card.tsx";
import { valueKind } from "./value-kind.ts";

const { Part: AnotherValue } = lazyPart(
  async () => (await import("./another-value.tsx")).AnotherValue,
);

type TypeAnotherValueProps = OpenConflictProps & {
  readonly typing: boolean;
  readonly onTyping: (typing: boolean) => void;
};

/**
 * The way to a third value. It stands beside what the card shows and not in it: when somebody settles the conflict
 * meanwhile, the card shows that, and what is being typed stays.
 */
export function TypeAnotherValue(props: TypeAnotherValueProps) {
  const { conflict, standing, subject, name, typing, onTyping } = props;
  const t = useEditWords();
  const w = useSubject(conflictWords);
  const local = useLocal();
  const say = useSay();
  const { entity, field, state, resolvedBy } = conflict;
  const kind = isEntityName(entity) ? valueKind(entity, field) : null;
  if (local.readOnly || kind === null || !isEntityName(entity)) return null;
  const isOpen = state === "open";
  if (!isOpen && !typing) return null;
  return (
    <>
      {isOpen ? (
        <div className={css["another"]}>
          <Button variant="quiet" onClick={() => onTyping(true)}>
            {kind === "choice" || kind === "flag" ? w.conflictsOtherChoice : w.conflictsOther}
          </Button>
        </div>
      ) : null}
      <AnotherValue
        open={typing}
        onClose={() => onTyping(false)}
        title={name}
        label={fieldWords(entity, field, t) ?? name}
        kind={kind}
        target={{ entity, field }}
        standing={standing.fields[field] ?? null}
        priceBook={subject.priceBook}
        meanwhile={isOpen ? null : w.conflictsMeanwhile(resolvedBy)}
        onUse={(value) => {
          onTyping(false);
          void say(resolveWithAnother(local, conflict, value));
        }}
      />
    </>
  );
}
