import type { FakeMain } from '../fakes/mostrador-api.ts';
import { healthOf } from '../fakes/mostrador-api.ts';
import { noSecrets } from '../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../fakes/sample-settings.ts';
import { setupOf } from '../fakes/setup-view.ts';
import { TUNNEL_STOPPED } from '../fakes/tunnel-status.ts';
import { DEFAULT_SETTINGS, type Language } from '../../src/shared/settings/settings.ts';
import type { SetupTest, TestLight } from '../../src/shared/setup.ts';

export const SETUP_SCENES = ['new', 'refused', 'tested', 'broken'] as const;
export type SetupScene = (typeof SETUP_SCENES)[number];

const AT = '2026-03-12T15:04:00.000Z';
const SAVED = { present: true, last4: '9f3c', savedAt: AT } as const;
const OK: TestLight = { state: 'ok', ms: null, why: null };
const GOOD: SetupTest = {
  at: AT,
  path: 'public',
  inboundAt: null,
  ms: 84,
  lights: { partner: { ...OK, ms: 120 }, tunnel: { ...OK, ms: 84 }, computer: OK, toasts: OK, sound: OK },
};

/** What main would know while a shop is set up; see `SETUP_SCENES`. */
export function setupScene(scene: SetupScene, language: Language): Partial<FakeMain> {
  const health = healthOf({ since: AT });
  const asked = { ...health, partner: { ...health.partner, state: 'off', code: 'not-configured' } } as const;
  if (scene === 'new') {
    return { settings: { ...DEFAULT_SETTINGS, language }, secrets: noSecrets(), health: asked };
  }
  if (scene === 'refused') {
    const partner = { ...health.partner, state: 'down', code: 'partner-forbidden' } as const;
    return { settings: { ...SAMPLE_SETTINGS, language }, health: { ...health, partner } };
  }
  const own = {
    ...SAMPLE_SETTINGS.tunnel,
    provider: 'ngrok',
    ngrok: { domain: 'mi-tienda.ngrok-free.app' },
  } as const;
  const settings = { ...SAMPLE_SETTINGS, language, tunnel: own };
  const secrets = {
    ...noSecrets(),
    'partner-token': SAVED,
    'webhook-secret': SAVED,
    'ngrok-token': SAVED,
  };
  const tunnel = { ...TUNNEL_STOPPED, provider: 'ngrok', state: 'online', since: AT } as const;
  const ran = scene === 'tested' ? GOOD : broken();
  return {
    settings,
    secrets,
    health,
    tunnel,
    runTest: () => Promise.resolve(ran),
    setup: (view) => setupOf(view, { health, tunnel, test: ran }),
  };
}

function broken(): SetupTest {
  const port = { kind: 'port', port: 4765, owner: 'nginx', suggested: 44_530 } as const;
  const failed = (why: TestLight['why']): TestLight => ({ state: 'failed', ms: null, why });
  return {
    ...GOOD,
    ms: null,
    lights: {
      partner: failed({ kind: 'health', code: 'partner-unauthorized', detail: null }),
      tunnel: failed({ kind: 'tunnel', error: { code: 'unreachable', detail: 'ECONNREFUSED' } }),
      computer: failed({ kind: 'health', code: 'receiver-port-in-use', detail: port }),
      toasts: failed({ kind: 'health', code: 'toasts-silent', detail: null }),
      sound: failed({ kind: 'health', code: 'sound-volume-zero', detail: null }),
    },
  };
}
