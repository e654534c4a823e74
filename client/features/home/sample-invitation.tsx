import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";
import { sample } from "../../words/sample.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./sample-invitation.module.css";

/** For somebody who has no estimate yet: a house to play with. */
export function SampleInvitation() {
  const w = useSubject(sample);
  return (
    <div className={css["invitation"]}>
      <Link href="/sample/try" asChild>
        <ButtonLink>{w.tryIt}</ButtonLink>
      </Link>
      <small>{w.lead}</small>
    </div>
  );
}
