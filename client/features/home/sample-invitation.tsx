import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";
import { sample } from "../../words/sample.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** For somebody who has no estimate yet: a house to play with. */
export function SampleInvitation() {
  const w = useSubject(sample);
  return (
    <div>
      <Link href="/sample/try" asChild>
        <ButtonLink>{w.tryIt}</ButtonLink>
      </Link>
      <p>
        <small>{w.lead}</small>
      </p>
    </div>
  );
}
