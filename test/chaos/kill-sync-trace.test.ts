import { describe, expect, test } from 'vitest';
import { checkSyncs } from './support/sync-trace.ts';

const LOG = '/shop/orders.db-wal';
const SOCKET = 'TCP:[127.0.0.1:4765->127.0.0.1:50001]';
const OTHER_SOCKET = 'TCP:[127.0.0.1:4765->127.0.0.1:50002]';
const post = (socket = SOCKET): string => `70 read(25<${socket}>, "POST /webhooks/"..., 65536) = 4633`;
const write = (file = LOG): string => `70 pwrite64(22<${file}>, "\\r\\0<"..., 4096, 32) = 4096`;
const sync = (file = LOG): string => `70 fsync(22<${file}>) = 0`;
const answer = (socket = SOCKET): string => `70 write(25<${socket}>, "HTTP/1.1 200 OK\\r"..., 94) = 94`;

const check = (...lines: readonly string[]) => checkSyncs(lines.join('\n'), LOG);
const FOUNDED = { answers: 1, violations: [] };
const UNSYNCED = { answers: 1, violations: [`200 to ${SOCKET}: the log was written and not synced`] };
const UNWRITTEN = { answers: 1, violations: [`200 to ${SOCKET}: nothing was written for it`] };

describe('a 200 is founded', () => {
  test('when the log was written and synced after its POST', () => {
    expect(check(post(), write(), write(), sync(), answer())).toEqual(FOUNDED);
    expect(check(post(), write(), '70 fdatasync(22</shop/orders.db-wal>)   = 0', answer())).toEqual(FOUNDED);
  });

  test('when several orders share one sync', () => {
    const trace = [post(), post(OTHER_SOCKET), write(), sync(), answer(OTHER_SOCKET), answer()];
    expect(check(...trace)).toEqual({ answers: 2, violations: [] });
  });

  test('when another thread interrupted the sync that ended in time', () => {
    const interrupted = [`70 fsync(22<${LOG}> <unfinished ...>`, '71 write(3<pipe:[9]>, "x", 1) = 1'];
    expect(check(post(), write(), ...interrupted, '70 <... fsync resumed>) = 0', answer())).toEqual(FOUNDED);
  });
});

describe('a 200 is unfounded', () => {
  test('when the log was written and not synced', () => {
    expect(check(post(), write(), answer(), sync())).toEqual(UNSYNCED);
  });

  test('when the log was written again after the sync', () => {
    expect(check(post(), write(), sync(), write(), answer())).toEqual(UNSYNCED);
  });

  test('when the sync failed', () => {
    const failed = `70 fsync(22<${LOG}>) = -1 EIO (Input/output error)`;
    expect(check(post(), write(), failed, answer())).toEqual(UNSYNCED);
  });

  test('when another file was synced', () => {
    expect(check(post(), write(), sync('/shop/orders.db'), answer())).toEqual(UNSYNCED);
  });

  test('when the sync ended only after it', () => {
    const interrupted = `71 fsync(22<${LOG}> <unfinished ...>`;
    expect(check(post(), write(), interrupted, answer(), '71 <... fsync resumed>) = 0')).toEqual(UNSYNCED);
  });

  test('when the sync began before the write had ended', () => {
    const begun = `71 pwrite64(22<${LOG}>, "\\r"... <unfinished ...>`;
    const trace = [post(), begun, sync(), '71 <... pwrite64 resumed>, 4096, 32) = 4096', answer()];
    expect(check(...trace)).toEqual(UNSYNCED);
  });

  test('when nothing was written since its POST', () => {
    expect(check(write(), sync(), post(), answer())).toEqual(UNWRITTEN);
    expect(check(post(), write('/shop/other.db'), answer())).toEqual(UNWRITTEN);
  });
});

test('an answer to anything but a POST needs nothing', () => {
  const get = `70 read(25<${SOCKET}>, "GET /healthz HTT"..., 65536) = 120`;
  expect(check(write(), get, answer())).toEqual({ answers: 0, violations: [] });
});
