import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { rescue } from "../../words/rescue.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** What another app has shared and nobody has filed: it is on this tablet only, and nothing sends it by itself. */
export function SharedHere({ count }: { readonly count: number }) {
  const w = useSubject(rescue);
  return (
    <Section title={w.sharedUnfiled(count)}>
      <Link href="/share" asChild>
        <ButtonLink href="/share">{w.sharedSee}</ButtonLink>
      </Link>
    </Section>
  );
}
