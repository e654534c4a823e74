import { createContext, type ReactNode } from "react";

/** What every screen shows under its header: it has its own place and never lies over the page. */
export const ScreenNotices = createContext<ReactNode>(null);
