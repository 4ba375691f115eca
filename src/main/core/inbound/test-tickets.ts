import type { TestPath } from '../../../shared/setup.ts';
import type { ParsedOne } from './types.ts';

/** Field that marks a webhook as one of the app's own tests; no order has it. */
const MARK = 'mostrador_test';

export type TestTicket = {
  /** JSON text to be sent. */
  readonly body: string;
  readonly hasArrived: () => boolean;
  /** Ends the test: a webhook with this ticket is no longer accepted. */
  readonly end: () => void;
};

export type TestTickets = {
  readonly open: (path: TestPath) => TestTicket;
  /** Returns the test that a webhook body contains; null for anything else, also for a test with an unknown ticket. */
  readonly read: (body: unknown) => Extract<ParsedOne, { kind: 'test' }> | null;
};

/** Keeps the running test webhooks, so that no test passes for an order and none can be replayed. */
export function createTestTickets({ newNonce }: { readonly newNonce: () => string }): TestTickets {
  const waiting = new Map<string, { readonly path: TestPath; hasArrived: boolean }>();
  return {
    open: (path) => {
      const nonce = newNonce();
      const ticket = { path, hasArrived: false };
      waiting.set(nonce, ticket);
      return {
        body: JSON.stringify({ [MARK]: nonce, path }),
        hasArrived: () => ticket.hasArrived,
        end: () => void waiting.delete(nonce),
      };
    },
    read: (body) => {
      if (typeof body !== 'object' || body === null || !(MARK in body)) return null;
      const nonce = body[MARK];
      const ticket = typeof nonce === 'string' ? waiting.get(nonce) : undefined;
      if (ticket === undefined) return null;
      ticket.hasArrived = true;
      return { kind: 'test', path: ticket.path };
    },
  };
}
