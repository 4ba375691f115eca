import { describe, expect, test } from 'vitest';
import { diagnosticsFiles, type DiagnosticsFacts } from '../../../../src/main/core/health/support-report.ts';
import { createRedactor } from '../../../../src/main/redact.ts';
import { REPORT_FILES } from '../../../../src/shared/health/diagnostics.ts';
import { DEFAULT_SETTINGS } from '../../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { healthOf } from '../../../fakes/mostrador-api.ts';

const AT = '2026-11-24T12:00:00.000Z';
const SECRET = 'a-token-that-must-not-leave';

const FACTS: DiagnosticsFacts = {
  madeAt: AT,
  versions: { mostrador: '0.1.0', platform: 'linux' },
  settings: {
    ...DEFAULT_SETTINGS,
    partner: { ...DEFAULT_SETTINGS.partner, clientId: 'client-77' },
    hands: { ...DEFAULT_SETTINGS.hands, initials: ['ANA', 'LU'], atCounter: 'LU' },
  },
  secrets: null,
  health: healthOf({ code: 'receiver-failed', detail: `of Zulmira ${SECRET}` }),
  history: [{ at: AT, part: 'store', state: 'down', code: 'store-failed', detail: 'Zulmira, "099 123 456"' }],
  deliveries: [
    {
      at: AT,
      outcome: 'stored',
      status: 200,
      ms: 3.2,
      bytes: 900,
      orderId: 'a-1',
      notes: [{ kind: 'agent', text: SECRET }],
    },
  ],
  database: { orders: 3 },
  log: `[2026-11-24 12:00:00.000] [info]  Zulmira in /home/pepe/x, ${SECRET}\n`,
  oldLog: '',
  customers: ['Zulmira'],
  ownPlaces: [['/home/pepe', '<home>']],
};

function filesOf(facts: Partial<DiagnosticsFacts> = {}): Record<string, string> {
  const { protect, redact } = createRedactor();
  protect(SECRET);
  const files = diagnosticsFiles({ ...FACTS, ...facts }, textsFor('es'), redact);
  return Object.fromEntries(files.map(({ id, text }) => [id, text]));
}

describe('a report', () => {
  test('has every file that is not empty, in the order of the contract', () => {
    const all = Object.keys(REPORT_FILES);
    expect(Object.keys(filesOf())).toEqual(all.filter((id) => id !== 'old-log'));
    expect(Object.keys(filesOf({ oldLog: 'x\n' }))).toEqual(all);
  });

  test('loses secrets, people and the names of folders in everything that was written freely', () => {
    const files = filesOf();
    expect(files['log']).toBe('[2026-11-24 12:00:00.000] [info]  <name> in <home>/x, ***\n');
    expect(files['health-history']).toBe(
      `at,part,state,code,detail\r\n${AT},store,down,store-failed,"<name>, ""<phone>"""\r\n`,
    );
    expect(files['deliveries']).toContain(`${AT},stored,200,3.2,900,a-1,agent ***\r\n`);
    for (const text of Object.values(files)) {
      for (const planted of [SECRET, 'Zulmira', '099', 'client-77', 'pepe'])
        expect(text).not.toContain(planted);
    }
  });

  test('tells which secrets are stored and nothing else of them, as JSON that can be read', () => {
    const status = { present: true, last4: '1a2b', savedAt: AT };
    const none = { present: false, last4: null, savedAt: null };
    const secrets = {
      'partner-token': status,
      'partner-client-secret': none,
      'webhook-secret': status,
      'webhook-secret-previous': none,
      'tunnel-token': none,
      'ssh-private-key': none,
      'ngrok-token': none,
      'cloudflared-token': none,
      'phone-token': none,
      'till-secret': none,
    };
    const { settings = '' } = filesOf({ secrets });
    expect(JSON.parse(settings)).toMatchObject({
      storedSecrets: ['partner-token', 'webhook-secret'],
      partner: { clientId: '***' },
      hands: { initials: ['***', '***'], atCounter: '***' },
      receiver: { port: 4765 },
    });
    expect(settings).not.toContain('1a2b');
    expect(JSON.parse(filesOf()['settings'] ?? '')).toMatchObject({ storedSecrets: null });
  });

  test('loses the name in the folders of a Windows user, however they are written', () => {
    const home = String.raw`C:\Users\Juan Perez`;
    const executable = String.raw`D:\Perez\cloudflared.exe`;
    const file = String.raw`C:\Users\Juan Perez\logs`;
    const { cloudflared } = DEFAULT_SETTINGS.tunnel;
    const files = filesOf({
      settings: {
        ...DEFAULT_SETTINGS,
        tunnel: { ...DEFAULT_SETTINGS.tunnel, cloudflared: { ...cloudflared, executable } },
      },
      ownPlaces: [[home, '<home>']],
      log: [
        file,
        JSON.stringify({ executable, file }),
        JSON.stringify(JSON.stringify({ file })),
        String.raw`file:///C:/Users/Juan Perez/x, c:\users\JUAN PEREZ\y`,
      ].join('\n'),
      history: [{ at: AT, part: 'store', state: 'down', code: 'store-failed', detail: JSON.stringify(home) }],
    });
    for (const text of Object.values(files)) expect(text).not.toMatch(/juan|perez/i);
    expect(JSON.parse(files['settings'] ?? '')).toMatchObject({
      tunnel: { cloudflared: { executable: '<cloudflared>' } },
    });
    expect(files['log']).toContain(String.raw`file:///<home>/x, <home>\y`);
  });

  test('keeps what a technician needs: states, codes and times', () => {
    const health: unknown = JSON.parse(filesOf()['health'] ?? '');
    expect(health).toMatchObject({
      partner: { state: 'ok', code: 'receiver-failed', detail: 'of <name> ***' },
    });
  });
});

test.each(['=HYPERLINK("http://x")', '+1', '-1+cmd|x!A0', '@SUM(1)', '\t=1', '＝1', '\u200B=1', '\r=1'])(
  'no cell begins a formula: %j',
  (text) => {
    const files = filesOf({
      deliveries: FACTS.deliveries.map((one) => ({
        ...one,
        orderId: text,
        notes: [{ kind: 'other', text }],
      })),
      history: FACTS.history.map((one) => ({ ...one, detail: text })),
    });
    const cells = `${files['deliveries']}${files['health-history']}`.split(/,|\r\n/);
    expect(cells.filter((cell) => /^"?[\s\p{C}]*[=+\-@＝]/u.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.includes("'")).length).toBe(3);
  },
);
