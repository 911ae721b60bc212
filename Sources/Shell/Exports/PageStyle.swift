/// How a page looks: one column of prose, figures in its rhythm, paper and night.
let pageStyle = """
  :root { --paper: #fdfcf9; --ink: #1d1d1f; --soft: #6b6b70; --line: #dedbd2; --field: #f4f1ea;
    --mark: #0b5cad; --good: #1c7a3c; --bad: #b3261e; }
  @media (prefers-color-scheme: dark) { :root { --paper: #16171a; --ink: #e6e4df; --soft: #9a9a9f;
    --line: #34363b; --field: #1f2125; --mark: #7db5f5; --good: #6fcf8c; --bad: #ff8a80; } }
  * { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; }
  body { margin: 0; background: var(--paper); color: var(--ink);
    font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, serif; }
  main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; }
  main { padding-top: 2.5rem; }
  h1, h2, h3, h4 { line-height: 1.2; margin: 2.4em 0 .6em; font-weight: 650; text-wrap: balance; }
  h1 { font-size: 2rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; }
  p, ul, ol { margin: 0 0 1em; }
  a { color: var(--mark); text-underline-offset: .15em; }
  code, pre, button, .bars, .number { font-family: ui-monospace, "SF Mono", Menlo, Consolas,
    "DejaVu Sans Mono", monospace; }
  code { font-size: .88em; background: var(--field); padding: .1em .3em; border-radius: .2em; }
  pre { margin: 0; font-size: .84rem; line-height: 1.5; overflow-x: auto; }
  .cell { margin: 0 0 1.6rem; }
  .cell:has(> .check) { margin-bottom: .7rem; } .cell:has(> .check) + p { margin-top: 1.3rem; }
  .input { display: flex; align-items: baseline; gap: .7rem; padding: .45rem .7rem;
    background: var(--field); border-left: 3px solid var(--mark); border-radius: 0 .3rem .3rem 0; }
  .input pre { flex: 1; white-space: pre-wrap; overflow-wrap: anywhere; }
  .number { font-size: .72rem; color: var(--soft); text-decoration: none; min-width: 1.2em;
    text-align: right; }
  button { font-size: .72rem; color: var(--soft); background: none; border: 1px solid var(--line);
    border-radius: .25rem; padding: .1rem .5rem; cursor: pointer; }
  button:hover, button:focus-visible { color: var(--ink); border-color: var(--soft); }
  .reading { margin: .6rem 0 .35rem; color: var(--soft); font-size: .9rem; }
  .reading em { font-style: normal; }
  sup { line-height: 0; font-size: .7em; margin-left: .25em; } sup a { text-decoration: none; }
  .figure { margin: 0 0 .5rem; }
  .figure strong { font-size: 1.7rem; font-weight: 600; font-variant-numeric: lining-nums; }
  .figure span { margin-left: .9rem; color: var(--soft); font-size: .9rem; }
  .bars { color: var(--mark); font-size: 1.1rem; letter-spacing: .02em; }
  figure { margin: .4rem 0 .6rem; overflow-x: auto; } figure svg { max-width: 100%; height: auto; }
  figure svg.tw-chart .tw-paper { fill: var(--paper); } .narrow-only { display: none; }
  .wide { overflow-x: auto; margin: .3rem 0 .8rem; }
  table { border-collapse: collapse; font-size: .88rem; line-height: 1.45;
    font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
    font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: .22rem 1.4rem .22rem 0; white-space: nowrap;
    border-bottom: 1px solid var(--line); }
  td:last-child:not(.n), th:last-child:not(.n) { white-space: normal; min-width: 6.5rem;
    padding-right: 0; }
  tbody tr:last-child td { border-bottom-color: var(--soft); } td strong { font-weight: 650; }
  thead th { border-bottom-color: var(--soft); }
  th { font-weight: 600; color: var(--soft); vertical-align: bottom; }
  .n { text-align: right; } .mark { display: inline-block; width: 0; color: var(--soft); }
  aside, aside p, .remark { font-size: .9rem; } .remark { margin: .2rem 0; color: var(--soft); }
  aside { border-left: 2px solid var(--line); padding-left: .8rem; color: var(--soft);
    margin: .4rem 0; }
  aside p, blockquote p { margin: 0; }
  blockquote { margin: 0 0 1em; padding-left: 1rem; border-left: 2px solid var(--line); }
  .check { margin: .35rem 0; padding-left: .7rem; font-size: .92rem; }
  .holds { color: var(--good); } .fails, .error { color: var(--bad); }
  .error, .lines, .cell > p.lines { padding: .5rem .7rem; }
  main > pre { padding: .6rem .8rem; background: var(--field); border-radius: .3rem;
    margin-bottom: 1em; }
  .quiz { border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1.1rem .1rem;
    margin: 0 0 1.6rem; }
  details { margin: 0 0 .8rem; } summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
  hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
  footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem;
    padding-bottom: 3rem; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
  footer h2 { font-size: 1rem; margin: 0 0 .5rem; }
  .sources { padding-left: 1.8rem; columns: 2 17rem; column-gap: 2rem; }
  .sources li { break-inside: avoid; margin-bottom: .25rem; line-height: 1.4; }
  .sources a { color: inherit; text-decoration-color: var(--line); }
  :target { background: color-mix(in srgb, var(--mark) 14%, transparent); }
  @media (max-width: 30rem) { body { font-size: 1rem; } h1 { font-size: 1.6rem; }
    .figure span { display: block; margin-left: 0; }
    .wide-only { display: none; } .narrow-only { display: block; } th, td { padding-right: .9rem; } }
  @media print { :root { --paper: #fff; --ink: #000; --soft: #444; --field: #f5f5f5;
    --line: #bbb; --mark: #000; --good: #000; --bad: #000; }
    body { font-size: 10pt; line-height: 1.45; } main { padding-top: 0; }
    h1 { font-size: 19pt; } h2 { font-size: 13pt; margin: 1.5em 0 .4em; }
    .cell { margin-bottom: .8rem; } .cell:has(> .check) { margin-bottom: .3rem; }
    .input { padding: .2rem .5rem; } .figure strong { font-size: 14pt; }
    .wide-only { display: block; } .narrow-only { display: none; }
    figure svg { max-height: 6.5cm; max-width: 13cm; } p { orphans: 3; widows: 3; } main, footer { max-width: none; padding: 0; } button { display: none; }
    .cell, table, figure { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
    a { text-decoration: none; color: inherit; } .wide, pre { overflow: visible; }
    @page { margin: 20mm; } }
  """

/// Copies the query beside a button; without a clipboard it is selected instead.
let pageScript = """
  for (const button of document.querySelectorAll('.input button')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const query = button.parentElement.querySelector('pre');
      try {
        await navigator.clipboard.writeText(query.textContent);
        button.textContent = 'copied';
        setTimeout(() => { button.textContent = 'copy'; }, 1500);
      } catch {
        getSelection().selectAllChildren(query);
      }
    });
  }
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  """
