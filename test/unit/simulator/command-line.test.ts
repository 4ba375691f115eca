import { expect, test } from 'vitest';
import { DEFAULT_PORT, readCommandLine } from '../../../src/simulator/command-line.ts';

test('without arguments it listens on its usual port, in Spanish, and sends nothing', () => {
  expect(readCommandLine([])).toMatchObject({
    language: 'es',
    autoEverySeconds: null,
    seed: 0,
    scenarios: [],
    options: { port: DEFAULT_PORT, webhook: null },
  });
});

test('every option reaches the simulator', () => {
  const command = readCommandLine(
    '--port=0 --webhook-url=http://127.0.0.1:4765/webhooks/orders --webhook-secret=s --token=a --token=b --client=id:se:cret --chain=c --vendor=7 --auto --every=5 --seed=10 --scenario=T7 --switch=moneyAs=string --switch=webhookPausesMs=[0] --lang=en'.split(
      ' ',
    ),
  );
  expect(command).toEqual({
    language: 'en',
    wantsHelp: false,
    autoEverySeconds: 5,
    seed: 10,
    scenarios: ['T7'],
    options: {
      port: 0,
      language: 'en',
      chainId: 'c',
      vendorId: '7',
      tokens: ['a', 'b'],
      clients: [{ id: 'id', secret: 'se:cret' }],
      switches: { moneyAs: 'string', webhookPausesMs: [0] },
      webhook: { url: 'http://127.0.0.1:4765/webhooks/orders', secret: 's' },
    },
  });
});

test.each([
  '--nonsense',
  '--port=70000',
  '--webhook-url=ftp://x',
  '--scenario=T99',
  '--lang=fr',
  '--client=x',
])('%s is refused', (argument) => {
  expect(() => readCommandLine([argument])).toThrow();
});
