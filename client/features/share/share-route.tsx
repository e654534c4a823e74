import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { NOT_KEPT, type SharedFile } from "../../../shared/shared-file.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { askSharedFile, putSharedFileAway } from "../../chrome/shared-file.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PaperIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { share } from "../../words/share.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./share.module.css";

/** `/share`: what another app has handed over, and what can be done with it. */
export function ShareRoute() {
  const { t } = useWords();
  const w = useSubject(share);
  const [file, setFile] = useState<SharedFile | null>(null);
  useEffect(() => {
    let isOver = false;
    void askSharedFile().then((answer) => isOver || setFile(answer));
    return () => {
      isOver = true;
    };
  }, []);
  return (
    <Screen header={<MainHeader title={w.title} back={{ href: "/" }} />}>
      {file === null ? <Skeleton rows={1} label={t.loading} /> : <Came file={file} />}
    </Screen>
  );
}

function Came({ file }: { readonly file: SharedFile }) {
  const w = useSubject(share);
  switch (file.is) {
    case "nothing":
      return location.search === NOT_KEPT ? (
        <ErrorNotice happened={w.notKept} safe={w.notTaken} todo={w.notKeptTodo} />
      ) : (
        <EmptyState title={w.nothing}>{w.nothingLead}</EmptyState>
      );
    case "too-large":
      return (
        <ErrorNotice happened={w.tooLarge(file.name)} safe={w.notTaken} todo={w.tooLargeTodo} />
      );
    case "not-a-workbook":
      return (
        <ErrorNotice
          happened={w.notWorkbook(file.name)}
          safe={w.notTaken}
          todo={w.notWorkbookTodo}
        />
      );
    case "workbook":
      return <Workbook name={file.name} others={file.others} />;
  }
}

type WorkbookProps = { readonly name: string; readonly others: number };

function Workbook({ name, others }: WorkbookProps) {
  const w = useSubject(share);
  const isManager = useSession().role === "manager";
  const [, navigate] = useLocation();
  const putAway = async () => {
    await putSharedFileAway();
    navigate("/");
  };
  return (
    <>
      <List>
        <li>
          <ListRow lead={<PaperIcon />} title={name} detail={w.workbook} />
        </li>
      </List>
      {others > 0 ? <p>{w.others(others)}</p> : null}
      <p className={css["lead"]}>{isManager ? w.openLead : w.onlyManagers}</p>
      <div className={css["ways"]}>
        {isManager ? (
          <Link href="/price-book/excel?shared" asChild>
            <ButtonLink variant="primary" big>
              {w.open}
            </ButtonLink>
          </Link>
        ) : null}
        <Button onClick={() => void putAway()}>{w.putAway}</Button>
      </div>
    </>
  );
}
