import "../ui/base.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startInstallOffer } from "../chrome/install-offer.ts";
import { startServiceWorker } from "../chrome/service-worker.ts";
import { startHand } from "../ui/hand.ts";
import { startTheme } from "../ui/theme.ts";
import { startWords } from "../words/language.ts";
import { WordsProvider } from "../words/words-provider.tsx";
import { App } from "./app.tsx";
import { reloadOnceOnMissingChunk } from "./missing-chunk.ts";
import { startOpening } from "./opening.ts";

startOpening();
startTheme();
startHand();
startInstallOffer();
reloadOnceOnMissingChunk();

// Local data never goes through react-query; these are reads that only the server can answer, and being
// offline is not an error of theirs.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: "always", retry: false } },
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WordsProvider initial={await startWords()}>
        <App />
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
startServiceWorker();
