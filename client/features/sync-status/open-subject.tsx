import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";
import { useWords } from "../../words/words-provider.tsx";

/** The way to the screen where it can be put right; nothing when there is none. */
export function OpenSubject({ address }: { readonly address: string | null }) {
  const { t } = useWords();
  if (address === null) return null;
  return (
    <Link href={address} asChild>
      <ButtonLink href={address}>{t.open}</ButtonLink>
    </Link>
  );
}
