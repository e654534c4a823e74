/** Browsers fetch a download's bytes some time after the tap that asked for it. */
const KEEP_MS = 60_000;

/** Offers a file as a download, under its name. */
export function downloadFile(file: File): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = href;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
}

/** Whether the tablet has a sheet to send files with. */
export const canShare = (file: File): boolean =>
  "canShare" in navigator && navigator.canShare({ files: [file] });

/** Opens the tablet's own sheet; a person who closes it has changed their mind, which is no error. */
export async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
