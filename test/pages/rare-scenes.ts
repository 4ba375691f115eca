import type { FakeMain } from '../fakes/mostrador-api.ts';
import { minutesAgo } from '../renderer/sample-orders.ts';
import type { DemoState, DemoStep } from '../../src/shared/demo.ts';
import { assertNever } from '../../src/shared/result.ts';
import type { DeadLetter } from '../../src/shared/settings/outgoing.ts';
import type { Settings } from '../../src/shared/settings/settings.ts';

/** The demonstration, a file that would change much, and messages that could not be sent. */
export const RARE_SCENES = ['demo', 'demo-stopped', 'copy', 'unsent'] as const;
export type RareScene = (typeof RARE_SCENES)[number];

/** What main would know besides the settings, given as `settings`; see `RARE_SCENES`. */
export function rareScene(scene: RareScene, settings: Settings): Partial<FakeMain> {
  switch (scene) {
    case 'demo':
      return { settings, demo: playing('waiting', ['4846', '4847']) };
    case 'demo-stopped':
      return { settings, demo: { phase: 'stopped', cause: 'keychain' } };
    case 'copy':
      return withCopy(settings);
    case 'unsent':
      return withUnsent(settings);
    default:
      return assertNever(scene);
  }
}

function playing(step: DemoStep, codes: readonly string[]): DemoState {
  return { phase: 'playing', scene: { step, codes, isPaused: false } };
}

function withCopy(settings: Settings): Partial<FakeMain> {
  const file = 'ajustes de la sucursal de Ciudad de la Costa, copia del martes.json';
  const changed: Settings = {
    ...settings,
    shop: { ...settings.shop, name: 'Autoservicio Nuestra Señora de Guadalupe', timeZone: 'America/Lima' },
    partner: { ...settings.partner, baseUrl: 'https://pedidosya-de-prueba.example.com/partner' },
    receiver: { port: 44_530 },
    alerts: { ...settings.alerts, tones: { ...settings.alerts.tones, ready: 'drop' } },
    tunnel: { ...settings.tunnel, publicUrl: 'https://avisos-de-la-sucursal-ciudad-de-la-costa.example.com' },
    paper: { ...settings.paper, way: 'network', host: 'impresora-del-mostrador.local', automatic: true },
    computer: { keepAwake: false, automaticUpdates: false },
  };
  const read = { kind: 'read', file, settings: changed, program: '/usr/local/bin/un-programa' } as const;
  const backup = { ...read, file: 'copia del martes.mostrador', madeAt: AT, orders: 11_480 };
  return {
    settings,
    boundTo: { 'partner-token': 'https://pedidosya.partner.deliveryhero.io' },
    importFrom: read,
    restoreBackup: () => backup,
  };
}

const AT = '2026-03-11T15:00:00.000Z';

function withUnsent(settings: Settings): Partial<FakeMain> {
  const letter = (id: string, target: DeadLetter['target'], code: string): DeadLetter => ({
    id,
    target,
    code,
    at: minutesAgo(100, Date.now()),
    failed: { trouble: 'refused', status: 404 },
  });
  const last = { at: minutesAgo(2, Date.now()), failed: { trouble: 'refused', status: 404 } } as const;
  const state = { waiting: 3, dead: 2, last };
  return {
    settings: {
      ...settings,
      outgoing: {
        ...settings.outgoing,
        phone: { ...settings.outgoing.phone, way: 'ntfy', topic: 'mostrador-mi-tienda-5d7e2a90' },
      },
    },
    outgoing: {
      phone: state,
      'till-post': state,
      'till-file': state,
      heartbeat: last,
      deadLetters: [
        letter('1', 'phone', '4821'),
        letter('2', 'phone', 'WXFR-2440-RTBS-12345'),
        letter('3', 'till-post', '4822'),
        letter('4', 'till-post', ''),
      ],
    },
  };
}
