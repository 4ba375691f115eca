import { expect, test } from 'vitest';
import { createTunnelRig } from './rig.ts';

test('an address other than the one in the portal is refused, also when it comes later', async () => {
  const rig = createTunnelRig();
  rig.supervisor.start();
  await rig.pass(1_000);
  rig.emit({ type: 'url', url: 'https://tienda.example' });
  expect(rig.supervisor.status().state).toBe('online');
  rig.emit({ type: 'url', url: 'https://other.example' });
  expect(rig.supervisor.status()).toMatchObject({
    state: 'failed',
    error: { code: 'address_changes', detail: 'https://other.example' },
  });
  expect(rig.links[0]?.closed).not.toBeNull();
});

test.each([
  'https://TIENDA.example',
  'https://tienda.example/',
  'https://tienda.example:443',
  'http://tienda.example',
])('the address in the portal is the same when a service prints it as %s', async (url) => {
  const rig = createTunnelRig();
  rig.supervisor.start();
  await rig.pass(1_000);
  rig.emit({ type: 'url', url });
  expect(rig.supervisor.status()).toMatchObject({ state: 'online', error: null });
});

test.each(['https://tienda.example:8443', 'https://tienda.example.org', 'no address'])(
  'the address in the portal is another one than %s',
  async (url) => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.emit({ type: 'url', url });
    expect(rig.supervisor.status()).toMatchObject({ state: 'failed', error: { detail: url } });
  },
);
