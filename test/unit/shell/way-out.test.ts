import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { toNetFailure } from '../../../src/main/core/support/way-out.ts';

/** Chromium's request, and its answer, by the parts that are used. */
class FakeRequest extends EventEmitter {
  isAborted = false;
  setHeader(): void {}
  end(): void {}
  abort(): void {
    this.isAborted = true;
  }
  answer(statusCode: number, statusMessage: string): void {
    const answer = Object.assign(new EventEmitter(), { statusCode, statusMessage, headers: {} });
    this.emit('response', answer);
    this.goOn = () => {
      answer.emit('data', Buffer.from('<html>'));
      answer.emit('end');
    };
  }
  goOn = (): void => undefined;
}

let sent = new FakeRequest();
const session = { setUserAgent: (): void => undefined, closeAllConnections: () => Promise.resolve() };
vi.mock('electron', () => ({
  app: {},
  net: { request: () => (sent = new FakeRequest()) },
  session: { fromPartition: () => session },
}));
const { createWayOut } = await import('../../../src/main/shell/way-out.ts');

const wayOut = createWayOut({
  variables: { rules: null, logins: [], unreadable: [] },
  redactor: { protect: () => undefined },
  log: { warn: () => undefined },
});

async function ask(statusCode: number, statusMessage: string): Promise<Response> {
  const answer = wayOut.fetch(new Request('https://api.example/v2'));
  answer.catch(() => undefined);
  await vi.waitFor(() => expect(sent.listenerCount('response')).toBe(1));
  sent.answer(statusCode, statusMessage);
  return answer;
}

test.each([
  // A proxy writes it in its own language and charset: Chromium gives a mark for what is no UTF-8.
  'Prohibido \uFFFD',
  'Acción prohibida',
  'Запрещено',
  'a\u0000b',
])('an answer is read whatever words stand beside its status: %j', async (words) => {
  const answer = await ask(403, words);
  expect(answer.status).toBe(403);
  sent.goOn();
  expect(await answer.text()).toBe('<html>');
});

test.each([0, 99, 600, 999])(
  'a status that no answer may have, %i, is a garbled answer at once',
  async (status) => {
    const error: unknown = await ask(status, 'Request Denied').catch((reason: unknown) => reason);
    expect(toNetFailure(error)).toMatchObject({ kind: 'garbled' });
    expect(sent.isAborted).toBe(true);
    expect(() => sent.goOn()).not.toThrow();
  },
);

test('what still comes of an answer that nobody reads any more does no harm', async () => {
  const { body } = await ask(200, 'OK');
  await body?.cancel();
  expect(sent.isAborted).toBe(true);
  expect(() => sent.goOn()).not.toThrow();
});

test('at the end of the app every exchange is broken off, also one whose answer is coming, and none begins', async () => {
  const done = await ask(200, 'OK');
  const finished = sent;
  finished.goOn();
  expect(await done.text()).toBe('<html>');
  const unread = await ask(200, 'OK');
  await unread.body?.cancel();
  const left = sent;
  expect(left.isAborted).toBe(true);
  left.isAborted = false;
  const coming = await ask(200, 'OK');
  const halfway = sent;
  const waiting = wayOut.fetch(new Request('https://api.example/v2'));
  waiting.catch(() => undefined);
  await vi.waitFor(() => expect(sent).not.toBe(halfway));
  await wayOut.leave();
  expect([finished, left, halfway, sent].map(({ isAborted }) => isAborted)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  await expect(coming.text()).rejects.toThrow('The app ends');
  await expect(waiting).rejects.toThrow('The app ends');
  await expect(wayOut.fetch(new Request('https://api.example/v2'))).rejects.toThrow('The app ends');
});
