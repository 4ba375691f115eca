/** Frame, colours and controls of the control page. */
export const PAGE_STYLE = String.raw`
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f5f2, #14171a);
  --surface: light-dark(#ffffff, #1d2125);
  --sunken: light-dark(#f1efea, #171a1e);
  --hover: light-dark(#eceae4, #282d33);
  --line: light-dark(#dedbd3, #31373d);
  --line-strong: light-dark(#8f8a7e, #6d757e);
  --ink: light-dark(#191b1e, #f2f1ee);
  --soft: light-dark(#54575c, #b4b8bd);
  --accent: light-dark(#2b3fbf, #a9b6ff);
  --accent-soft: light-dark(#e6e9fb, #262d52);
  --on-accent: light-dark(#ffffff, #10142e);
  --ready: light-dark(#0b6b3a, #62d698);
  --ready-soft: light-dark(#dff2e6, #15331f);
  --stop: light-dark(#b3101d, #ff8a8a);
  --stop-soft: light-dark(#fdeaea, #3d171a);
  --warn: light-dark(#8a4b00, #ffc46b);
  --warn-soft: light-dark(#fdf0d9, #3a2a10);
  --mono: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; }
html, body { height: 100%; }
body {
  margin: 0; display: flex; flex-direction: column; background: var(--page); color: var(--ink);
  font: 15px/1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif;
}
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.15rem; line-height: 1.2; }
h2 { font-size: 1rem; }
h3 { font-size: .82rem; color: var(--soft); font-weight: 600; }
ul { list-style: none; }
button, input, select, textarea { font: inherit; color: inherit; }
button {
  border: 1px solid var(--line-strong); background: var(--surface); border-radius: 8px; padding: .35rem .75rem;
  cursor: pointer; white-space: nowrap;
}
button:hover { background: var(--hover); }
button:disabled { opacity: .5; cursor: default; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button.main:hover { filter: brightness(1.08); }
button.stop { color: var(--stop); border-color: currentColor; }
button.stop:hover { background: var(--stop-soft); }
button.link { border: 0; background: none; padding: .2rem .3rem; color: var(--accent); }
button.link:hover { text-decoration: underline; }
button.small { padding: .15rem .5rem; font-size: .86rem; }
button.on { background: var(--accent-soft); border-color: var(--accent); color: var(--accent); font-weight: 600; }
input, select {
  border: 1px solid var(--line-strong); background: var(--surface); border-radius: 8px; padding: .3rem .5rem; min-width: 0;
}
input[type='number'] { width: 5.2rem; }
input[type='checkbox'] { width: 1.15rem; height: 1.15rem; accent-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, .code { font-family: var(--mono); font-size: .86em; }
.top { display: flex; align-items: center; gap: .8rem; padding: .8rem 1.2rem .6rem; }
.top .logo { flex: none; border-radius: 9px; }
.names { flex: 1; }
.names p { color: var(--soft); font-size: .88rem; }
.live { display: flex; align-items: center; gap: .45rem; font-size: .86rem; color: var(--soft); }
.live::before { content: ''; width: .6rem; height: .6rem; border-radius: 50%; background: var(--ready); }
.live.lost { color: var(--stop); font-weight: 600; }
.live.lost::before { background: var(--stop); }
.language { color: var(--accent); font-size: .86rem; }
.setup { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; padding: 0 1.2rem .9rem; align-items: flex-end; }
.setup .fact { display: flex; flex-direction: column; gap: .1rem; min-width: 0; }
.setup .fact > span:first-child { color: var(--soft); font-size: .76rem; }
.setup .value { display: flex; align-items: center; gap: .35rem; }
.setup .value code { overflow-wrap: anywhere; }
.setup form { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.setup form input { width: 14rem; }
.setup form input[type='url'] { width: 24rem; max-width: 100%; }
.setup .none { color: var(--warn); }
.columns {
  flex: 1; min-height: 0; display: grid; gap: .9rem; padding: 0 1.2rem 1.2rem;
  grid-template-columns: minmax(17rem, 21rem) minmax(24rem, 1fr) minmax(21rem, 27rem);
}
.card {
  background: var(--surface); border: 1px solid var(--line); border-radius: 14px; min-height: 0; min-width: 0;
  display: flex; flex-direction: column; overflow: hidden;
}
.card-head { padding: .8rem .9rem .7rem; border-bottom: 1px solid var(--line); display: grid; gap: .6rem; }
.row { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.count { color: var(--soft); font-weight: 400; }
.soft { color: var(--soft); }
.empty { padding: 2.2rem 1.2rem; text-align: center; color: var(--soft); display: grid; gap: .3rem; }
.empty b { color: var(--ink); }
.toasts { position: fixed; bottom: 1.2rem; left: 50%; transform: translateX(-50%); display: grid; gap: .4rem; z-index: 5; }
.toast {
  background: var(--ink); color: var(--page); border-radius: 10px; padding: .55rem 1rem; max-width: 34rem;
  box-shadow: 0 6px 24px rgb(0 0 0 / 25%);
}
.toast.bad { background: var(--stop); color: var(--page); }
.noscript { padding: 2rem; text-align: center; }
@media (max-width: 1180px) {
  body { height: auto; }
  .columns { grid-template-columns: minmax(16rem, 20rem) 1fr; }
  .orders { max-height: 80vh; }
  .side { grid-column: 1 / -1; max-height: none; }
}
@media (max-width: 760px) {
  .columns { grid-template-columns: minmax(0, 1fr); padding: 0 .7rem .7rem; }
  .top, .setup { padding-left: .7rem; padding-right: .7rem; }
  .names p { display: none; }
  .orders { max-height: 24rem; }
}
`;
