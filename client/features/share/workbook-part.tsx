import { Link, useLocation } from "wouter";
import { useSession } from "../../chrome/session-context.tsx";
import { putSharedFileAway } from "../../chrome/shared-file.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { PaperIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { share } from "../../words/share.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./share.module.css";

type WorkbookPartProps = { readonly name: string; readonly others: number };

/** A workbook that came, and the way into the price book for whoever may go there. */
export function WorkbookPart({ name, others }: WorkbookPartProps) {
  const w = useSubject(share);
  const isManager = useSession().role === "manager";
  const [, navigate] = useLocation();
  const putAway = async () => {
    await putSharedFileAway();
    navigate("/");
  };
  return (
    <div className={css["part"]}>
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
    </div>
  );
}
