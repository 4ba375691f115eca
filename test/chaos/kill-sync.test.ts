import { expect, test } from 'vitest';
import { traceReceiver } from './support/traced-receiver.ts';

test('before every 200 the write-ahead log was written for it and synced', async () => {
  const { answered, report } = await traceReceiver({ unsynced: false });
  expect(answered).toBeGreaterThan(15);
  expect(report).toEqual({ answers: answered, violations: [] });
});

test('with an orders file that is not synced the same look finds every 200 unfounded', async () => {
  const { answered, report } = await traceReceiver({ unsynced: true });
  expect(answered).toBeGreaterThan(15);
  expect(report.answers).toBe(answered);
  expect(report.violations).toHaveLength(answered);
  expect(report.violations[0]).toContain('written and not synced');
});
