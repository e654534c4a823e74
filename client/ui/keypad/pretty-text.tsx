import css from "./pretty-text.module.css";

/** A measure as people write it, fractions stacked. What was typed stays what is kept. */
export function PrettyText({ text }: { readonly text: string }) {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(/(\d+)\/(\d+)/g)) {
    pieces.push(
      text.slice(end, found.index),
      <span key={found.index} className={css["fraction"]}>
        <span>{found[1]}</span>
        <span>{found[2]}</span>
      </span>,
    );
    end = found.index + found[0].length;
  }
  return [...pieces, text.slice(end)];
}
