import css from "./pretty-text.module.css";

/** A measure as people write it: fractions stacked in one figure's width. What was typed stays what is kept. */
export function PrettyText({ text }: { readonly text: string }) {
  const parts = text.split(/(\d+\/\d+)/);
  return parts.map((part, at) => {
    const [top, bottom] = part.split("/");
    if (at % 2 === 0 || bottom === undefined) return part;
    return (
      <span key={at} className={css["fraction"]}>
        <span>{top}</span>
        <span>{bottom}</span>
      </span>
    );
  });
}
