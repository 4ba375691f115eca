import { assertNever } from '../../../shared/result.ts';
import type { OutgoingTest } from '../../../shared/settings/outgoing.ts';
import { isoOf, type Now } from '../../../shared/time.ts';
import type { PhoneNews } from './phone-plan.ts';
import type { createRoutes, RouteDeps } from './routes.ts';
import type { SendOutcome, WaitingMessage } from './types.ts';

const TEST_CODE = '0000';
const TEST_NEWS: PhoneNews = {
  about: 'test',
  kind: 'ready',
  codes: [],
  alertIds: [],
  at: isoOf(0),
  follows: null,
};

/** Returns how a place of the owner is tried: one message, past the outbox, that says it is a test. */
export function createTestSend({
  routes,
  http,
  settings,
  newId,
  now,
}: Pick<RouteDeps, 'http' | 'settings'> & {
  readonly routes: Pick<ReturnType<typeof createRoutes>, 'phone' | 'toTill' | 'toFile'>;
  readonly newId: () => string;
  readonly now: Now;
}): (what: OutgoingTest) => Promise<SendOutcome> {
  return (what) => {
    const message = testMessage(newId(), now());
    switch (what) {
      case 'phone':
        return routes.phone(message, TEST_NEWS);
      case 'till-post':
        return routes.toTill(message);
      case 'till-file':
        return routes.toFile(message);
      case 'heartbeat': {
        const { enabled, address, method } = settings().outgoing.heartbeat;
        if (enabled) return http({ method, url: address });
        return Promise.resolve({
          kind: 'failed',
          trouble: 'off',
          status: null,
          isFinal: true,
          retryAfterMs: null,
        });
      }
      default:
        return assertNever(what);
    }
  };
}

function testMessage(id: string, at: string): WaitingMessage {
  const body = JSON.stringify({ type: 'test', timestamp: at, data: { code: TEST_CODE } });
  return { id, target: 'till-post', lane: 'test', code: TEST_CODE, body, at, tries: 0 };
}
