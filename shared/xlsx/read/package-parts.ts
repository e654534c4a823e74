import type { WorkbookLimits } from "./limits.ts";
import { refuse } from "./workbook-error.ts";
import type { ZipArchive } from "./unzip.ts";
import { XmlScanner } from "./xml-scanner.ts";

// The language's own library ends before the text decoder, which every browser and Node have.
declare const TextDecoder: new (
  label: "utf-8",
  options: { readonly fatal: true },
) => { decode(bytes: Uint8Array): string };

/** How one part refers to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, `worksheet`; before it, strict and transitional workbooks differ. */
  readonly type: string;
  /** The name of the other part, from the root of the package. */
  readonly target: string;
}

/**
 * A scanner at the beginning of a part; nothing when there is no such part.
 *
 * @throws Refusal
 */
export function openPart(archive: ZipArchive, part: string): XmlScanner | undefined {
  const bytes = archive.read(part);
  if (bytes === undefined) return undefined;
  try {
    return new XmlScanner(new TextDecoder("utf-8", { fatal: true }).decode(bytes), part);
  } catch {
    refuse({ code: "broken_xml", part, fault: "encoding" });
  }
}

/**
 * What a part refers to inside the package; the empty name stands for the package itself.
 *
 * @throws Refusal
 */
export function relationshipsOf(
  archive: ZipArchive,
  part: string,
  { parts: most }: WorkbookLimits,
): readonly Relationship[] {
  const cut = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, cut);
  const scanner = openPart(archive, `${folder}_rels/${part.slice(cut)}.rels`);
  if (scanner === undefined) return [];
  scanner.root();
  const found: Relationship[] = [];
  for (const name of scanner.children()) {
    if (name !== "Relationship" || scanner.attribute("TargetMode") === "External") continue;
    if (found.length >= most) refuse({ code: "too_large", what: "parts", most });
    const type = scanner.attribute("Type") ?? "";
    found.push({
      id: scanner.attribute("Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: resolve(folder, scanner.attribute("Target") ?? ""),
    });
  }
  return found;
}

/** `worksheets/sheet1.xml` from `xl/`, `/xl/styles.xml` from anywhere, `../docProps/app.xml`. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith("/") ? "" : folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
