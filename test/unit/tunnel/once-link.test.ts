import { expect, test } from 'vitest';
import type { LinkEvent } from '../../../src/main/core/address/types.ts';
import { createNgrok } from '../../../src/main/tunnel/ngrok.ts';
import { createOnceLink } from '../../../src/main/tunnel/once-link.ts';

test.each([
  [
    'at once',
    () => {
      throw new TypeError('no');
    },
  ],
  ['later', () => Promise.reject(new TypeError('no'))],
])('a connection that fails to begin %s is down, and closes', async (_when, begin) => {
  const events: LinkEvent[] = [];
  const link = createOnceLink((event) => events.push(event), begin);
  await expect
    .poll(() => events)
    .toEqual([{ type: 'down', error: { code: 'unknown', detail: 'TypeError' } }]);
  await link.close();
});

test('a process that cannot be started for ngrok is one that went down', async () => {
  const events: LinkEvent[] = [];
  const provider = createNgrok({
    domain: 'tienda.ngrok.app',
    token: 'token',
    port: 4765,
    fork: () => {
      throw new RangeError('no process left');
    },
    log: { info: () => undefined },
  });
  const link = provider.open((event) => events.push(event));
  await expect
    .poll(() => events)
    .toEqual([{ type: 'down', error: { code: 'unknown', detail: 'RangeError' } }]);
  await link.close();
});
