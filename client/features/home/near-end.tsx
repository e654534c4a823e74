import { useEffect, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/words-provider.tsx";

type NearEndProps = {
  /** How far below the screen it counts as near. */
  readonly aheadPx: number;
  readonly onMore: () => void;
};

/** The end of what has been read of a list: asks for more when it comes near, or by a tap. */
export function NearEnd({ aheadPx, onMore }: NearEndProps) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = end.current;
    if (!here) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { root: here.closest("main"), rootMargin: `0px 0px ${aheadPx}px 0px` },
    );
    watch.observe(here);
    return () => watch.disconnect();
  }, [aheadPx, onMore]);
  return (
    <div ref={end}>
      <Button variant="quiet" onClick={onMore}>
        {t.homeMore}
      </Button>
    </div>
  );
}
