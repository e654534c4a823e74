import { usePeopleHere } from "../sync/use-people-here.ts";
import { presence } from "../words/presence.ts";
import { useSubject } from "../words/words-provider.tsx";
import { firstName } from "./first-name.ts";
import { initials } from "./initials.ts";
import { useSession } from "./session-context.tsx";
import css from "./presence-sign.module.css";

/** Who else has this estimate open; nothing for oneself on another tablet, and nothing while there is no connection. */
export function PresenceSign({ estimateId }: { readonly estimateId: string }) {
  const w = useSubject(presence);
  const { userId } = useSession();
  const [first, ...rest] = usePeopleHere(estimateId).filter((person) => person.userId !== userId);
  const [second] = rest;
  // The element stays: what comes into it is read out when whoever listens has a moment.
  return (
    <span className={css["sign"]} aria-live="polite">
      {first ? (
        <>
          <span className={css["initials"]} aria-hidden="true">
            {initials(first.name)}
          </span>
          <span className={css["words"]} data-room="wide">
            {second === undefined
              ? w.one(first.name)
              : rest.length === 1
                ? w.two(first.name, second.name)
                : w.more(first.name, rest.length)}
          </span>
          <span className={css["words"]} data-room="narrow">
            {second === undefined ? w.one(firstName(first.name)) : w.several(rest.length + 1)}
          </span>
        </>
      ) : null}
    </span>
  );
}
