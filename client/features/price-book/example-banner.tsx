import { useState } from "react";
import { useLocation } from "wouter";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { publishBook } from "../../local/actions/publish-book.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { AlertIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";

/** Nobody bids with rates of others without having been told; a manager may make them the firm's own. */
export function ExampleBanner() {
  const { b, now, draft, version, canEdit } = useBook();
  const { t } = useWords();
  const { userName } = useSession();
  const local = useLocal();
  const say = useSay();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const accept = async () => {
    setAsking(false);
    const seen = { book: now.book, version: version.version + 1, draft };
    const publishing = { ...seen, publishedBy: userName, note: "" };
    const done = await say(publishBook(local, publishing));
    if (done.ok) navigate(`/price-book/review?published=${done.value}`);
  };
  return (
    <>
      <Banner
        tone="next"
        icon={<AlertIcon />}
        action={canEdit ? <Button onClick={() => setAsking(true)}>{b.bookAccept}</Button> : null}
      >
        <strong>{b.bookExample}</strong> {canEdit ? b.bookExampleLead : null}
      </Banner>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={b.bookAcceptQuestion}
        closeLabel={t.close}
        footer={
          <Button variant="primary" onClick={() => void accept()}>
            {b.bookAcceptYes}
          </Button>
        }
      >
        <p>{b.bookAcceptLead}</p>
      </Sheet>
    </>
  );
}
