import type { Ledger } from './ledger.ts';
import { playMessages, type ModelAlert, type ModelOrder } from './lifecycle-model.ts';
import { keyOf, type Message } from './platform.ts';
import type { StoredAlertFacts, StoredFacts, StoredOrderFacts } from './stored-facts.ts';

export type StoreVerdict = {
  /** Number of different messages answered 200, and how many of them are in the store. */
  readonly answered: number;
  readonly found: number;
  readonly alertsExpected: number;
  readonly alertsFound: number;
};

/**
 * Compares the store with what was answered, and with what the model makes of the messages in it. A message that got no
 * answer may be there or not.
 */
export function judgeStore(facts: StoredFacts, ledger: Ledger): StoreVerdict {
  if (facts.integrity !== 'ok') ledger.report('damaged-store', `integrity_check: ${facts.integrity}`);
  const stored = new Set(facts.events.map(keyOf));
  if (stored.size !== facts.events.length) ledger.report('wrong-state', 'The same news is stored twice');
  const taken = facts.events.flatMap((event) => {
    const message = ledger.findSent(event);
    if (message === null) ledger.report('wrong-state', `An event was never sent: ${keyOf(event)}`);
    return message === null ? [] : [message];
  });
  const lost = ledger.answered().filter((message) => !stored.has(keyOf(message)));
  for (const message of lost) {
    ledger.report('lost-event', `Answered 200 and not in the store: ${nameOf(message)}`);
  }
  // A lost message counts in the model too: the order must be as if it had been stored.
  const model = playMessages([...taken, ...lost]);
  const alerts = [...model.values()].flatMap((order) => order.alerts.map((alert) => ({ order, alert })));
  const found = alerts.filter(({ order, alert }) =>
    judgeAlert(order, alert, facts.alerts.get(alert.id), ledger),
  );
  for (const [id, order] of model) judgeOrder(id, order, facts.orders.get(id), ledger);
  const expected = new Set(alerts.map(({ alert }) => alert.id));
  for (const { id, code } of facts.alerts.values()) {
    if (!expected.has(id)) ledger.report('wrong-state', `Nobody asked for the alert ${id} of ${code}`);
  }
  const answered = ledger.answered().length;
  return {
    answered,
    found: answered - lost.length,
    alertsExpected: alerts.length,
    alertsFound: found.length,
  };
}

function judgeOrder(
  id: string,
  model: ModelOrder,
  stored: StoredOrderFacts | undefined,
  ledger: Ledger,
): void {
  const expected: StoredOrderFacts = {
    code: model.code,
    status: model.status,
    version: model.version,
    wasPickedUp: model.wasPickedUp,
    cancelReason: model.status === 'CANCELLED' ? model.cancelReason : null,
    bodyVersion: model.version,
  };
  for (const [name, value] of Object.entries(expected)) {
    const actual = Object.entries(stored ?? {}).find(([key]) => key === name)?.[1] ?? null;
    if (actual !== value) {
      ledger.report(
        'wrong-state',
        `Order ${model.code} (${id}): ${name} is ${String(actual)}, not ${String(value)}`,
      );
    }
  }
}

/** Returns whether the alert is stored and in the expected state. */
function judgeAlert(
  order: ModelOrder,
  { id, kind, isOver }: ModelAlert,
  stored: StoredAlertFacts | undefined,
  ledger: Ledger,
): boolean {
  const name = `Alert ${kind} of ${order.code}`;
  if (stored === undefined) {
    ledger.report('missing-alert', `${name} is not in the store`);
    return false;
  }
  const isRight = stored.kind === kind && stored.code === order.code;
  if (!isRight) ledger.report('wrong-state', `${name} is kept as ${stored.kind} of ${stored.code}`);
  if (!isOver && stored.isClosed) ledger.report('missing-alert', `${name} was closed by nobody`);
  if (isOver && !stored.isClosed) ledger.report('wrong-state', `${name} should be over`);
  const mayBe = ledger.acknowledging.has(id);
  if (stored.isAcknowledged && !mayBe) {
    ledger.report('missing-alert', `${name} was acknowledged by nobody`);
    return false;
  }
  if (!isOver && ledger.acknowledged.has(id) && !stored.isAcknowledged) {
    ledger.report('rang-twice', `${name} was acknowledged, and is not any more`);
  }
  return isRight && (isOver || !stored.isClosed);
}

function nameOf({ code, status, orderId, version }: Message): string {
  return `${status} of ${code} (${orderId}, ${version})`;
}
