import { Swatch } from "../../ui/swatch.tsx";
import { useGround } from "./editor-context.tsx";
import { shadeOf } from "../../chrome/palette.ts";

/** A colour by name; with a chip when we know about how it looks. A store's code has no shade we could show. */
export function ColourName({ name }: { readonly name: string }) {
  const { priceBook } = useGround();
  const shade = shadeOf(name, priceBook.colours);
  return shade === null ? <span>{name}</span> : <Swatch colour={shade} name={name} />;
}
