/** Orders, lines, scenarios and logs of the control page. */
export const PARTS_STYLE = String.raw`
.order-list { overflow: auto; flex: 1; }
.order-list li { border-bottom: 1px solid var(--line); }
.order-row {
  display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; align-items: center; width: 100%; text-align: left;
  border: 0; border-radius: 0; background: none; padding: .6rem .9rem; border-left: 4px solid transparent;
}
.order-row .order-code { font-size: 1.4rem; font-weight: 700; font-variant-numeric: tabular-nums; min-width: 3.4rem; grid-row: span 2; }
.order-row .pair { display: flex; gap: .6rem; justify-content: space-between; align-items: center; min-width: 0; }
.order-row .who, .order-row .sum { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.order-row .when, .order-row .sum { color: var(--soft); font-size: .84rem; font-variant-numeric: tabular-nums; }
.order-row[aria-current='true'] { background: var(--accent-soft); border-left-color: var(--accent); }
.show-more { width: 100%; border: 0; border-radius: 0; padding: .7rem; color: var(--accent); background: none; }
.chip {
  display: inline-block; border-radius: 99px; padding: .08rem .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap;
  background: var(--sunken); color: var(--soft);
}
.chip.ready { background: var(--ready-soft); color: var(--ready); }
.chip.stop { background: var(--stop-soft); color: var(--stop); }
.chip.warn { background: var(--warn-soft); color: var(--warn); }
.chip.accent { background: var(--accent-soft); color: var(--accent); }
.detail-body { overflow: auto; flex: 1; padding: 1rem 1.1rem 1.2rem; display: grid; gap: 1rem; align-content: start; }
.detail-title { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .9rem; }
.detail-title .big { font-size: 2.4rem; font-weight: 750; line-height: 1; font-variant-numeric: tabular-nums; }
.comment { background: var(--sunken); border-radius: 10px; padding: .5rem .8rem; }
.cancelled-note { background: var(--stop-soft); color: var(--stop); border-radius: 10px; padding: .5rem .8rem; font-weight: 600; }
.lines { display: grid; }
.line { padding: .6rem 0; border-top: 1px solid var(--line); display: grid; gap: .45rem; }
.line:last-child { border-bottom: 1px solid var(--line); }
.line-head { display: grid; grid-template-columns: 1fr auto auto; gap: .2rem .8rem; align-items: baseline; }
.line-head .amount { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right; }
.line-head .amount s { color: var(--soft); margin-right: .4rem; }
.line.gone .line-name { text-decoration: line-through; color: var(--soft); }
.line.added { padding-left: 1.2rem; }
.line .row label, .cancel-form label, .more-row label { display: inline-flex; gap: .35rem; align-items: center; color: var(--soft); font-size: .88rem; }
.line .hint { color: var(--soft); font-size: .84rem; }
.totals { display: flex; justify-content: flex-end; gap: 1rem; font-size: 1.1rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.steps { display: flex; flex-wrap: wrap; gap: .5rem; }
.steps button { padding: .5rem 1rem; }
.cancel-form { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: center; background: var(--stop-soft); border-radius: 10px; padding: .7rem .9rem; }
.more-row { display: flex; flex-wrap: wrap; gap: .4rem .7rem; align-items: center; border-top: 1px dashed var(--line); padding-top: .8rem; }
pre.json { margin: 0; max-height: 26rem; overflow: auto; background: var(--sunken); border-radius: 10px; padding: .8rem; font: .8rem/1.45 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.tabs { display: flex; border-bottom: 1px solid var(--line); padding: 0 .4rem; overflow-x: auto; flex: none; }
.tabs button { border: 0; border-radius: 0; background: none; padding: .75rem .45rem .6rem; color: var(--soft); border-bottom: 3px solid transparent; font-size: .88rem; }
.tabs button[aria-selected='true'] { color: var(--ink); font-weight: 650; border-bottom-color: var(--accent); }
.tabs .dot { display: inline-block; width: .4rem; height: .4rem; border-radius: 50%; background: var(--warn); margin-left: .2rem; vertical-align: .1em; }
.panel { overflow: auto; flex: 1; padding: .4rem .9rem 1rem; }
.scenario { padding: .65rem 0; border-bottom: 1px solid var(--line); display: grid; grid-template-columns: 2.3rem 1fr auto; gap: .1rem .6rem; align-items: start; }
.scenario .tag { font-weight: 700; color: var(--accent); font-variant-numeric: tabular-nums; }
.scenario .story { grid-column: 2 / -1; color: var(--soft); font-size: .88rem; }
.outcome { grid-column: 2 / -1; margin-top: .4rem; background: var(--sunken); border-radius: 10px; padding: .55rem .75rem; display: grid; gap: .3rem; font-size: .88rem; }
.outcome .mark { font-weight: 600; }
.outcome .mark.ok { color: var(--ready); }
.outcome .mark.bad { color: var(--stop); }
.group { display: grid; gap: .1rem; padding: .8rem 0 .3rem; }
.switch { display: grid; grid-template-columns: 1fr auto; gap: .2rem .8rem; align-items: center; padding: .32rem 0; min-height: 2.3rem; }
.switch > span { font-size: .9rem; overflow-wrap: anywhere; }
.switch select { max-width: 13rem; }
.switch input[type='text'] { width: 10rem; }
.switch.turned > span { font-weight: 650; }
.switch.turned > span::after { content: ' •'; color: var(--warn); }
.fault-form { display: grid; gap: .6rem; padding: .8rem 0; }
.fault-form .row label { display: grid; gap: .15rem; font-size: .84rem; color: var(--soft); }
.log { width: 100%; border-collapse: collapse; font-size: .86rem; }
.log td { padding: .4rem .5rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.log td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 0; }
.log td.path { overflow-wrap: anywhere; }
.log .wrap { overflow-wrap: anywhere; }
.log .query { color: var(--soft); font-size: .92em; }
`;
