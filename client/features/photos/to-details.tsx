import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";

/** To where the address of the job is written. */
export function ToDetails({
  estimateId,
  words: said,
}: {
  readonly estimateId: string;
  readonly words: string;
}) {
  const address = `/estimates/${estimateId}/details`;
  return (
    <Link href={address} asChild>
      <ButtonLink variant="primary" href={address}>
        {said}
      </ButtonLink>
    </Link>
  );
}
