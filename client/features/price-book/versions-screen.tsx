import { Link } from "wouter";
import { Facts } from "../../ui/facts.tsx";
import { NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import type { BookVersion } from "../../local/queries/book-versions.ts";
import { useBook } from "./book-context.tsx";
import { BookHeader } from "./book-header.tsx";
import css from "./price-book.module.css";
import { useDifferences } from "./use-differences.ts";
import { usePublished } from "./version-line.tsx";

/** Every version there was: who published it, when, why, and how much it changed. */
export function VersionsScreen() {
  const { b, versions } = useBook();
  return (
    <Screen
      header={<BookHeader title={b.bookVersions} detail={b.bookTitle} backTo="/price-book" />}
    >
      <List label={b.bookVersions}>
        {versions.map((version, index) => (
          <li key={version.id}>
            <VersionRow version={version} former={versions[index + 1]} isCurrent={index === 0} />
          </li>
        ))}
      </List>
    </Screen>
  );
}

type VersionRowProps = {
  readonly version: BookVersion;
  /** The one before it. */
  readonly former: BookVersion | undefined;
  readonly isCurrent: boolean;
};

function VersionRow({ version, former, isCurrent }: VersionRowProps) {
  const { b } = useBook();
  const published = usePublished(version);
  const differences = useDifferences(former?.id ?? null, version.id);
  const address = `/price-book/versions/${version.id}`;
  const count = differences ? b.versionChanges(differences.length) : "";
  return (
    <Link href={address} asChild>
      <ListRow
        href={address}
        title={b.bookVersion(version.version)}
        detail={
          <>
            <Facts facts={[published, former ? count : b.versionFirst].filter(Boolean)} />
            {version.note === "" ? null : <span className={css["note"]}>{version.note}</span>}
          </>
        }
        meta={
          <span className={css["head"]}>
            {isCurrent ? <strong>{b.versionCurrent}</strong> : null}
            <NextIcon size={20} />
          </span>
        }
      />
    </Link>
  );
}
