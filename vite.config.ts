import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { preloadFont } from "./scripts/build/preload-font.ts";

/** In development, where the server listens; `scripts/dev.ts` says. */
const api = process.env["PAINTBOX_API"] ?? "http://127.0.0.1:8082";

const REACT = /node_modules[\\/](react|react-dom|scheduler)[\\/]/;
/** The parts that the list of estimates shares with the other screens. */
const PARTS =
  /client[\\/](ui[\\/](banner|check-row|section|facts|list|list-row|action-bar|money|format-cents|swatch)|chrome[\\/](standing-words|site-line|lazy-part)|local[\\/]hooks[\\/]use-tablet-filled)\./;
/** Saving an edit, typing and undo; not the price book, which few people edit. */
const WORK =
  /client[\\/](local[\\/](actions[\\/](?!book-|publish-|resolve-|restore-|assign-|want-|discard-|accept-|reprice-|tick-|create-|move-area|remove-estimate|(?:add|edit|remove)-item|set-prep|edit-customer)|draft-problem|mutate|saving|history|outbox|shadow|hooks[\\/]use-price-book|queries[\\/]price-books)|chrome[\\/](drafts|use-typing|use-undo|undo-|use-say|use-retry|save-|saved-|history-))/;
/** The header of an estimate and what opens it, without which the price book is edited. */
const ESTIMATE =
  /client[\\/]chrome[\\/](estimate-(header|chip|names)|field-mark|open-estimate|shown-option|problems-of-every-option|use-priced-estimate)/;

/** Exact numbers, units and the words for them, and how a colour, a measure and an amount are read. */
const FIGURES =
  /client[\\/]chrome[\\/](quantity-words|palette|measure-note)|shared[\\/](exact|units|estimate[\\/]prep-tasks|pricing[\\/]default-surfaces)/;
/** Quantities, which measuring and pricing share. */
const QUANTITIES = /shared[\\/]pricing[\\/](compiled-book|dimensions|quantities|traced)/;
/** What measuring shares with the parts of the editor that come later. */
const MEASURING =
  /client[\\/](features[\\/]editor[\\/](addresses|area-facts|choice|colour-name|dispute-mark|editor-context|place|surface-field|priced-item|running-price|use-area-typing))\./;

/** The keypad and its like, which measuring, the price book and a third value for a conflict share. */
const INPUTS = /client[\\/]ui[\\/](keypad[\\/](?!pretty)|chip-row|field\.|note-field|two-pane)/;

/** What the cards of two values and the sheet for a third share. */
const SETTLING =
  /client[\\/](words[\\/]((en|es)[\\/])?conflicts|features[\\/]conflicts[\\/]value-kind)\./;

export default defineConfig({
  root: "client",
  plugins: [react(), preloadFont("atkinson-hyperlegible-next-latin-wght-normal")],
  server: {
    strictPort: true,
    // The browser's own Host goes along: sign-in sends everybody to the address it knows.
    proxy: {
      "/api": { target: api, changeOrigin: false },
      "/.well-known": { target: api, changeOrigin: false },
    },
  },
  // A worker may ask for a part of itself later, as a page may.
  worker: { format: "es" },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    // Every browser that can hold the journal (Web Locks, OPFS) understands this.
    target: "es2022",
    // The chunk graph, from which scripts/size.ts adds up what a first visit loads.
    manifest: true,
    sourcemap: false,
    modulePreload: {
      polyfill: false,
      // What a page begins with is named in it. What comes later lies on the tablet, where asking for a part's own parts
      // ahead of it saves nothing, and putting forty links into the page took a slow tablet a fifth of a second.
      resolveDependencies: (_file, parts, { hostType }) => (hostType === "html" ? parts : []),
    },
    // Everything is in files of its own: the policy for styles, fonts and images is 'self'.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the first visit needs, in three files instead of a dozen: over a phone's connection
          // each further file costs a round trip, and libraries change less often than we do.
          groups: [
            { name: "react", test: REACT, tags: ["$initial"], priority: 3 },
            { name: "vendor", test: /node_modules/, tags: ["$initial"], priority: 2 },
            { name: "app", tags: ["$initial"], priority: 1 },
            { name: "parts", test: PARTS, priority: 1 },
            // What every screen inside an estimate shares; in one file it compresses a tenth better than in ten.
            { name: "work", test: WORK, priority: 1 },
            { name: "estimate", test: ESTIMATE, priority: 1 },
            { name: "figures", test: FIGURES, priority: 1 },
            { name: "quantities", test: QUANTITIES, priority: 1 },
            { name: "measuring", test: MEASURING },
            { name: "inputs", test: INPUTS },
            // A cost in dollars is typed for items and in the price book only.
            { name: "dollars", test: /client[\\/]chrome[\\/]dollars\./, priority: 2 },
            { name: "settling", test: SETTLING, priority: 1 },
          ],
        },
      },
    },
  },
});
