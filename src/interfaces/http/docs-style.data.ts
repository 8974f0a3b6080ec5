/** The style of the page that describes the calls: light and dark as the reader's system is. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #e3e7ee); --soft: light-dark(#566072, #9aa5b8); --paper: light-dark(#ffffff, #14181f);
  --panel: light-dark(#f5f6f8, #1b212b); --line: light-dark(#dfe3e9, #2c3543); --accent: light-dark(#1f5fa8, #7db4f5); --read: light-dark(#1c6b45, #6fcf9f); --write: light-dark(#8a4b08, #f0b26b); }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.25rem 1.25rem 2rem; background: var(--panel); border-right: 1px solid var(--line); font-size: 14px; }
nav .brand { margin: 0 0 1rem; font-weight: 650; font-size: 17px; } nav .brand a { color: inherit; text-decoration: none; } nav .brand span { color: var(--soft); font-weight: 400; font-size: 13px; }
nav h2 { margin: 1rem 0 .25rem; font-size: 12px; font-weight: 600; color: var(--soft); }
nav ul { list-style: none; margin: 0; padding: 0; } nav li { margin: .1rem 0; } nav li a { color: var(--ink); text-decoration: none; } nav li a:hover { color: var(--accent); text-decoration: underline; }
small { color: var(--soft); }
main { padding: 2.25rem clamp(1rem, 4vw, 3.5rem) 5rem; max-width: 66rem; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; } .lead { font-size: 17px; color: var(--soft); margin: 0 0 2rem; max-width: 44rem; }
h2 { font-size: 20px; margin: 2.5rem 0 .75rem; } h3 { font-size: 17px; margin: 0 0 .25rem; } h4 { font-size: 13px; color: var(--soft); font-weight: 600; margin: 1rem 0 .3rem; }
article { border-top: 1px solid var(--line); padding: 1.4rem 0 .6rem; } article:target h3 { color: var(--accent); }
p { margin: .3rem 0; max-width: 46rem; } .more { color: var(--soft); }
.role { font-size: 12px; font-weight: 500; color: var(--soft); border: 1px solid var(--line); border-radius: 99px; padding: .05rem .5rem; margin-left: .4rem; vertical-align: 2px; }
.facts { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .5rem 1rem; max-width: 52rem; margin: 0; } .facts dt { font-weight: 600; } .facts dd { margin: 0; color: var(--soft); }
code { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { margin: 0; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; overflow-x: auto; } pre code { overflow-wrap: normal; } .remark { color: var(--soft); }
.routes { margin: .6rem 0; } .method { display: inline-block; min-width: 2.9rem; font: 600 12px ui-monospace, monospace; } .get { color: var(--read); } .post { color: var(--write); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; margin: .5rem 0; } th { text-align: left; font-weight: 600; font-size: 12px; color: var(--soft); }
th, td { padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } td:last-child { min-width: 18rem; } .n { text-align: right; font-variant-numeric: tabular-nums; } tr:target td { background: var(--panel); }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); } nav ul { display: flex; flex-wrap: wrap; gap: .1rem .9rem; } .facts { grid-template-columns: 1fr; gap: .1rem; } .facts dd { margin-bottom: .6rem; } td:last-child { min-width: 12rem; } }
@media print { nav { display: none; } body { display: block; } }
`;
