import "../ui/base.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { anotherTry } from "../chrome/another-try.ts";
import { startInstallOffer } from "../chrome/install-offer.ts";
import { reloadTogether } from "../chrome/reload-together.ts";
import { afterPaint } from "../local/after-paint.ts";
import { rememberedSession } from "../local/session.ts";
import { startHand } from "../ui/hand.ts";
import { startTheme } from "../ui/theme.ts";
import { startWords } from "../words/language.ts";
import { WordsProvider } from "../words/words-provider.tsx";
import { App } from "./app.tsx";
import { reloadOnceOnMissingChunk } from "./missing-chunk.ts";
import { startOpening } from "./opening.ts";
import { loadFirstScreen } from "./routes.tsx";
import { trustOwnScripts } from "./script-addresses.ts";

trustOwnScripts();
const remembered = rememberedSession();
const opening = remembered
  ? Promise.all([startOpening(remembered), loadFirstScreen()])
  : Promise.resolve();
startTheme();
startHand();
startInstallOffer();
reloadOnceOnMissingChunk();
reloadTogether();

// Local data never goes through react-query; these are reads that only the server can answer, and being
// offline is not an error of theirs.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: "always", retry: false } },
});

/** Says when what it holds has been drawn. */
function Drawn({
  onDrawn,
  children,
}: {
  readonly onDrawn: () => void;
  readonly children: ReactNode;
}) {
  useEffect(onDrawn, [onDrawn]);
  return children;
}

/**
 * Draws once the records are here. The shell of index.html stands there meanwhile, and React draws in one go what it
 * would otherwise draw three times: without the records, with an empty list, and with its rows.
 */
async function draw(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  // In a function: the first screen imports from this file's chunk, which may not wait for it while it is evaluated.
  const [words] = await Promise.all([startWords(), opening]);
  const app = (onDrawn: () => void) => (
    <StrictMode>
      <Drawn onDrawn={onDrawn}>
        <QueryClientProvider client={queries}>
          <WordsProvider initial={words}>
            <App remembered={remembered} />
          </WordsProvider>
        </QueryClientProvider>
      </Drawn>
    </StrictMode>
  );
  // In slices: what is tapped meanwhile is heard in between.
  await new Promise<void>((resolve) =>
    startTransition(() => createRoot(root).render(app(resolve))),
  );
  await afterPaint();
}

/** When everything else of the start is over, on a slow tablet too; the browser remembers what happened before. */
const VITALS_AFTER_MS = 5000;

/** Not before the first screen stands: whoever waits for that has nothing of it. */
async function keepOnThisTablet(): Promise<void> {
  for (;;) {
    const arrived = await import("../chrome/service-worker.ts").catch(() => null);
    if (arrived) return arrived.startServiceWorker();
    // An app on the home screen may stand for days: the next start would be late.
    await anotherTry();
  }
}

void draw().then(keepOnThisTablet);
if (import.meta.env.PROD)
  setTimeout(
    () =>
      import("./vitals/report-vitals.ts").then(
        ({ reportVitals }) => reportVitals(),
        () => undefined,
      ),
    VITALS_AFTER_MS,
  );
