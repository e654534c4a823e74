import { useEffect, useEffectEvent } from "react";
import { askSharedFile, putSharedFileAway } from "../../../chrome/shared-file.ts";

/**
 * Takes the workbook that another app has shared, where the screen for it has led here (`/share`).
 *
 * @param canTake false for whoever could do nothing with it: it stays where it is.
 */
export function useSharedFile(canTake: boolean, onFile: (file: File) => void): void {
  const take = useEffectEvent(onFile);
  useEffect(() => {
    if (!canTake || location.search !== "?shared") return undefined;
    let isOver = false;
    void askSharedFile().then((file) => {
      if (isOver || file.is !== "workbook") return;
      take(new File([file.bytes], file.name));
      void putSharedFileAway();
    });
    return () => {
      isOver = true;
    };
  }, [canTake]);
}
