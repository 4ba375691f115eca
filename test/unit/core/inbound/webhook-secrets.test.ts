import { expect, test } from 'vitest';
import { createWebhookSecrets } from '../../../../src/main/core/inbound/receiver-supervisor.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';

test('nothing is known until the keychain answers, and a closed one takes no secret away', async () => {
  let answer: Result<readonly string[], unknown> = err('closed');
  const secrets = createWebhookSecrets(() => Promise.resolve(answer));
  const now = (): unknown => [secrets.known(), secrets.accepted()];
  expect(now()).toEqual(['unknown', []]);
  await secrets.load();
  expect(now()).toEqual(['unknown', []]);
  answer = ok(['nuevo', 'viejo']);
  await secrets.load();
  expect(now()).toEqual(['some', ['nuevo', 'viejo']]);
  answer = err('closed');
  await secrets.load();
  expect(now()).toEqual(['some', ['nuevo', 'viejo']]);
  answer = ok([]);
  await secrets.load();
  expect(now()).toEqual(['none', []]);
});
