import { Link } from "wouter";
import { useWaiting } from "../../local/hooks/use-trouble.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { Screen } from "../../ui/screen.tsx";
import { useBook } from "./book-context.tsx";
import { BookHeader } from "./book-header.tsx";
import css from "./price-book.module.css";

/** It is published: what happens now, and what does not. */
export function PublishedScreen({ version }: { readonly version: number }) {
  const { b } = useBook();
  const waiting = useWaiting();
  return (
    <Screen
      header={<BookHeader title={b.bookTitle} backTo="/price-book" />}
      bar={
        <ActionBar>
          <Link href="/price-book" asChild>
            <ButtonLink href="/price-book" variant="primary" big>
              {b.reviewToBook}
            </ButtonLink>
          </Link>
        </ActionBar>
      }
    >
      <div className={css["done"]}>
        <TickIcon size={56} />
        <h2 className={css["version"]}>{b.reviewDone(version)}</h2>
        <p>{b.reviewDoneLead}</p>
        {waiting ? <p>{b.reviewDoneOffline}</p> : null}
      </div>
    </Screen>
  );
}
