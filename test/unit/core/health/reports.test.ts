import { expect, test } from 'vitest';
import { createSupportReports } from '../../../../src/main/core/health/reports.ts';
import type { DiagnosticsReport } from '../../../../src/shared/health/diagnostics.ts';
import { HEALTH_PARTS } from '../../../../src/shared/health/health.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createFixedClock } from '../../../fakes/fixed-clock.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

type Deps = Parameters<typeof createSupportReports>[0];

function rig(of: Partial<Deps['fromDisk']> = {}) {
  const saved: DiagnosticsReport[] = [];
  const errors: string[] = [];
  const { now } = createFixedClock();
  const health = createHealthBoard({ now, onChange: () => undefined }).read();
  const reports = createSupportReports({
    gather: () =>
      Promise.resolve({
        madeAt: now(),
        versions: {},
        settings: SAMPLE_SETTINGS,
        secrets: null,
        health,
        history: [],
        ownPlaces: [],
      }),
    fromDisk: {
      deliveries: () => [],
      database: () => ({ orders: 3 }),
      log: () => 'started\n',
      oldLog: () => '',
      customers: () => [],
      ...of,
    },
    hideSecrets: (text) => text.replaceAll('started', '***'),
    texts: () => textsFor('es'),
    saveFile: (report) => {
      saved.push(report);
      return Promise.resolve({ kind: 'saved', file: '/home/ana/informe.zip' });
    },
    log: { error: (message) => errors.push(message) },
  });
  return { ...reports, saved, errors };
}
const textOf = ({ files }: DiagnosticsReport, name: string): string | undefined =>
  files.find(({ id }) => id === name)?.text;
const fails = (): never => {
  throw new Error('disk I/O error');
};

test('the report that was looked at is the one that is saved, and no secret is in it', async () => {
  const { make, save, saved } = rig();
  const report = await make();
  expect(textOf(report, 'log')).toBe('***\n');
  expect(textOf(report, 'health')).toContain(HEALTH_PARTS[0]);
  expect(await save(report.id)).toEqual({ kind: 'saved', file: '/home/ana/informe.zip' });
  expect(saved).toEqual([report]);
});

test('a report that is not the newest, or was never made, is not saved', async () => {
  const { make, save, saved } = rig();
  expect(await save(1)).toEqual({ kind: 'outdated' });
  const first = await make();
  const second = await make();
  expect(second.id).not.toBe(first.id);
  expect(await save(first.id)).toEqual({ kind: 'outdated' });
  expect(saved).toEqual([]);
});

test('what the disk does not give is left out, and the rest is still reported', async () => {
  const broken = { deliveries: fails, database: fails, log: fails, oldLog: fails, customers: fails };
  const { make, errors } = rig(broken);
  const report = await make();
  expect(textOf(report, 'health')).toContain(HEALTH_PARTS[0]);
  expect(errors).toEqual([
    'The report goes without the deliveries',
    'The report goes without the orders file',
    'The report goes without main.log',
    'The report goes without main.old.log',
    'The report goes without knowledge of the customers',
  ]);
});
