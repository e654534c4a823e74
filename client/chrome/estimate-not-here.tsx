import { Link } from "wouter";
import { useLiveQuery } from "../local/live-query.ts";
import { useLocal } from "../local/local-context.tsx";
import { absenceOf } from "../local/queries/absence.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWords } from "../words/words-provider.tsx";
import { MainHeader } from "./main-header.tsx";

const OLDER = "/estimates/older";

/** Says why, as far as this tablet knows, and leads to where it can be had again. */
export function EstimateNotHere({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const local = useLocal();
  const absence = useLiveQuery(local, () => absenceOf(local, estimateId), [estimateId]);
  if (absence === undefined) return null;
  const [happened, safe, todo, href, way] =
    absence === "removed"
      ? [t.estimateRemoved, t.estimateRemovedSafe, t.estimateRemovedTodo, OLDER, t.homeOlder]
      : absence === "refused"
        ? [
            t.estimateRefused,
            t.estimateRefusedSafe,
            t.estimateRefusedTodo,
            "/sync",
            t.estimateRefusedWay,
          ]
        : [t.errorNotFound, t.errorNotFoundSafe, t.errorNotFoundTodo, "/", t.toEstimates];
  return (
    <Screen header={<MainHeader back={{ href: "/" }} />}>
      <ErrorNotice
        happened={happened}
        safe={safe}
        todo={todo}
        action={
          <Link href={href} asChild>
            <ButtonLink href={href}>{way}</ButtonLink>
          </Link>
        }
      />
    </Screen>
  );
}
