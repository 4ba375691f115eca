import type { Ledger } from './ledger.ts';
import { readNotice, type RawNotice, type Told } from './notice.ts';
import type { StoredAlertFacts } from './stored-facts.ts';

/** Judges the first notification of a start: it must name every open alert and no other. */
export function judgeStart(notice: RawNotice, open: readonly StoredAlertFacts[], ledger: Ledger): void {
  const read = readNotice(notice);
  if (read.kind === 'other') {
    ledger.report('wrong-state', `At the start the desktop was told "${read.title}"`);
    return;
  }
  const about = read.kind === 'single' ? [read.about] : read.about;
  const codes = new Set(about.map(({ code }) => code));
  for (const { id, code, kind } of open) {
    if (!codes.has(code)) ledger.report('missing-alert', `At the start nothing told of ${kind} of ${code}`);
    if (read.kind === 'single' && ledger.told.has(id)) {
      ledger.report('rang-twice', `The toast of ${kind} of ${code} came again after a start`);
    }
    ledger.told.add(id);
  }
  const expected = new Set(open.map(({ code }) => code));
  for (const code of codes) {
    if (!expected.has(code)) ledger.report('rang-twice', `At the start ${code} rang, which is not open`);
  }
  if (read.kind === 'digest' && read.count !== open.length) {
    ledger.report(
      'wrong-state',
      `The digest of a start counts ${String(read.count)}, not ${String(open.length)}`,
    );
  }
}

/** Judges notifications while messages arrive: each alert at most once, and none that is acknowledged. */
export function judgeLive(notice: RawNotice, ledger: Ledger): void {
  const read = readNotice(notice);
  if (read.kind === 'other') {
    ledger.report('wrong-state', `The desktop was told "${read.title}"`);
    return;
  }
  for (const told of read.kind === 'single' ? [read.about] : read.about) judgeTold(told, ledger);
}

/** Judges the first notification of a start that nobody waited for: a digest may repeat unacknowledged alerts. */
export function judgeBlindStart(notice: RawNotice, ledger: Ledger): void {
  const read = readNotice(notice);
  if (read.kind !== 'digest') {
    judgeLive(notice, ledger);
    return;
  }
  for (const told of read.about) {
    const ids = alertIds(told, ledger);
    if (ids.every((id) => ledger.acknowledged.has(id))) {
      ledger.report('rang-twice', `${told.code} rang at a start after it was acknowledged`);
    }
    if (told.what === 'cancelled') for (const id of ids) ledger.told.add(id);
  }
}

function judgeTold(told: Told, ledger: Ledger): void {
  const ids = alertIds(told, ledger);
  const fresh = ids.find((id) => !ledger.told.has(id));
  if (fresh === undefined) {
    const how = ids.some((id) => ledger.acknowledged.has(id)) ? ' after it was acknowledged' : '';
    ledger.report('rang-twice', `${told.what} of ${told.code} rang again${how}`);
    return;
  }
  ledger.told.add(fresh);
}

/** Returns the alerts that a notification can mean: a list of codes does not say which of an order's two alerts. */
function alertIds({ code, what }: Told, ledger: Ledger): readonly string[] {
  const sent = ledger.sentOf(code);
  const [first] = sent;
  if (first === undefined) {
    ledger.report('wrong-state', `The desktop was told of ${code}, which was never sent`);
    return [];
  }
  const kinds = what === 'ready-or-cancelled' ? (['ready', 'cancelled'] as const) : [what];
  return kinds
    .filter((kind) =>
      sent.some(({ status }) => status === (kind === 'ready' ? 'READY_FOR_PICKUP' : 'CANCELLED')),
    )
    .map((kind) => `${first.orderId}:${kind}`);
}
