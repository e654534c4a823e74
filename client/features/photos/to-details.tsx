import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";

/** To where the address of the job is written. */
export function ToDetails({
  estimateId,
  words: said,
  isNext = true,
}: {
  readonly estimateId: string;
  readonly words: string;
  /** False where it is one way among others. */
  readonly isNext?: boolean | undefined;
}) {
  const address = `/estimates/${estimateId}/details`;
  return (
    <Link href={address} asChild>
      <ButtonLink variant={isNext ? "primary" : "secondary"} href={address}>
        {said}
      </ButtonLink>
    </Link>
  );
}
