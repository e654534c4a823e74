/** The style of the sandbox's pages: one quiet sheet, light or dark with the system. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c2430, #e8ecf2);
  --soft: light-dark(#55606f, #a5b0bf);
  --ground: light-dark(#f4f5f2, #15191f);
  --paper: light-dark(#ffffff, #1e242c);
  --line: light-dark(#dfe2dc, #343c47);
  --accent: light-dark(#1f5f53, #7cc9b7);
  --on-accent: light-dark(#ffffff, #10201c);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.banner { padding: 0.5rem 1rem; background: var(--accent); color: var(--on-accent); text-align: center; font-weight: 600; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
main.card { max-width: 30rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 1rem 0 0.25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0 0 1rem; color: var(--soft); }
form { display: grid; gap: 0.75rem; }
.choice { min-height: 3.75rem; padding: 0.75rem 1rem; border: 2px solid var(--accent); border-radius: 0.75rem; background: var(--paper); color: var(--ink); font: inherit; font-size: 1.1rem; text-align: left; cursor: pointer; }
.choice.first, .choice:hover { background: var(--accent); color: var(--on-accent); }
.choice:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
.job { margin: 0 0 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--paper); }
.job p { margin: 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding: 0.75rem 0 0.25rem; text-align: left; font-weight: 600; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--soft); font-weight: 500; }
.amount { text-align: right; white-space: nowrap; }
tfoot td { font-weight: 600; }
.photos { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.75rem; }
.photo { display: grid; place-items: center; width: 7.5rem; height: 5.625rem; border-radius: 0.5rem; object-fit: cover; background: var(--ground); color: var(--soft); font-size: 0.875rem; }
code { font-size: 0.875rem; overflow-wrap: anywhere; }
`;
