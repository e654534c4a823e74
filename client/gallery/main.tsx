import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/base.css";
import { startHand } from "../ui/hand.ts";
import { startTheme } from "../ui/theme.ts";
import { ToastHost } from "../ui/toast.tsx";
import { loadWords } from "../words/language.ts";
import { WordsProvider } from "../words/words-provider.tsx";
import { AreasScene } from "./areas-scene.tsx";
import { EditorScene } from "./editor-scene.tsx";
import { HomeScene } from "./home-scene.tsx";
import { PartsScene } from "./parts-scene.tsx";

/**
 * The contact sheet's page, for development: /gallery.html?scene=editor&theme=sun&hand=left&lang=es
 * It is no entry of the production build.
 */
const query = new URLSearchParams(location.search);
const scenes = {
  parts: <PartsScene />,
  home: <HomeScene />,
  areas: <AreasScene />,
  editor: <EditorScene />,
};

startTheme();
startHand();
for (const name of ["theme", "hand"]) {
  const value = query.get(name);
  if (value) document.documentElement.setAttribute(`data-${name}`, value);
}

const wanted = query.get("scene");
const scene = Object.entries(scenes).find(([name]) => name === wanted)?.[1] ?? scenes.parts;
const initial = await loadWords(query.get("lang") === "es" ? "es" : "en");
const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <WordsProvider initial={initial}>
        <ToastHost closeLabel={initial.words.close}>{scene}</ToastHost>
      </WordsProvider>
    </StrictMode>,
  );
}
