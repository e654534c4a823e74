import { useEffect, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/words-provider.tsx";

/** Rows that are read before somebody gets to them: a screen and a half of a tablet held upright. */
const AHEAD = "1800px";

/** The end of what has been read of a list: asks for more when it comes near, or by a tap. */
export function NearEnd({ onMore }: { readonly onMore: () => void }) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = end.current;
    if (!here) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { root: here.closest("main"), rootMargin: `0px 0px ${AHEAD} 0px` },
    );
    watch.observe(here);
    return () => watch.disconnect();
  }, [onMore]);
  return (
    <div ref={end}>
      <Button variant="quiet" onClick={onMore}>
        {t.homeMore}
      </Button>
    </div>
  );
}
