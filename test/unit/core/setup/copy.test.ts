import { expect, test } from 'vitest';
import { createSetupCopy } from '../../../../src/main/core/setup/copy.ts';
import type { SshKeyAnswer } from '../../../../src/shared/tunnel.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

function rig({ publicUrl = '', key }: { readonly publicUrl?: string; readonly key: SshKeyAnswer }) {
  const copied: string[] = [];
  const replaced: boolean[] = [];
  const copy = createSetupCopy({
    settings: () => ({
      ...SAMPLE_SETTINGS,
      tunnel: { ...SAMPLE_SETTINGS.tunnel, provider: publicUrl === '' ? 'none' : 'own-url', publicUrl },
    }),
    sshKey: (replace) => {
      replaced.push(replace);
      return Promise.resolve(key);
    },
    copyText: (text) => copied.push(text),
  });
  return { copy, copied, replaced };
}

const KEY: SshKeyAnswer = { ok: true, publicKey: 'ssh-ed25519 AAAA' };
const NO_KEY: SshKeyAnswer = { ok: false, error: { code: 'keychain_closed', detail: null } };

test('the address of the webhook is copied whole, and only when there is one', async () => {
  const set = rig({ publicUrl: 'https://pedidos.tienda.uy', key: KEY });
  expect(await set.copy('webhook-url')).toBe(true);
  expect(set.copied).toEqual(['https://pedidos.tienda.uy/webhooks/orders']);

  const unset = rig({ key: KEY });
  expect([await unset.copy('webhook-url'), unset.copied]).toEqual([false, []]);
});

test('copying the key of the tunnel makes no new one, and a key that cannot be read leaves the clipboard alone', async () => {
  const kept = rig({ key: KEY });
  expect(await kept.copy('ssh-key')).toBe(true);
  expect([kept.copied, kept.replaced]).toEqual([['ssh-ed25519 AAAA'], [false]]);

  const locked = rig({ key: NO_KEY });
  expect([await locked.copy('ssh-key'), locked.copied]).toEqual([false, []]);
});
