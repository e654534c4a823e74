import { Link } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { CopyIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { priceAddress } from "./addresses.ts";
import { useEditor } from "./editor-context.tsx";
import { PriceSoFar } from "./running-price.tsx";
import { useAreaActions } from "./use-area-actions.ts";
import css from "./editor-bar.module.css";

/** Upright: the price so far at one side, copying the area and the way to the price under the thumb. */
export function EditorBar({ area }: { readonly area: RecordOf<"area"> | undefined }) {
  const { t } = useWords();
  const { estimate, locked } = useEditor();
  const { clone } = useAreaActions();
  const address = priceAddress(estimate.estimate.id);
  return (
    <div className={css["bar"]}>
      <ActionBar lead={<PriceSoFar />}>
        {area && !locked ? (
          <div className={css["copy"]}>
            <Button icon={<CopyIcon />} onClick={() => void clone(area)}>
              {t.areasClone}
            </Button>
          </div>
        ) : null}
        <Link href={address} asChild>
          <ButtonLink variant="primary" href={address}>
            {t.editorPrice}
          </ButtonLink>
        </Link>
      </ActionBar>
    </div>
  );
}
