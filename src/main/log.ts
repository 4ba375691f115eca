import fs from 'node:fs';
import path from 'node:path';
import electronLog from 'electron-log/node.js';
import { createFloodGuard } from './log-flood.ts';
import type { Redactor } from './redact.ts';
import { timing } from './timing.ts';

/** The app's log. Every line passes through the redactor; of many that begin alike only the count is written. */
export type Log = {
  readonly info: (message: string, detail?: unknown) => void;
  readonly warn: (message: string, detail?: unknown) => void;
  readonly error: (message: string, detail?: unknown) => void;
};

const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** Longer than any stack. */
const MAX_ENTRY_CHARS = 8 * 1024;
const MAX_BEGINNING_CHARS = 160;
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Writes `logs/main.log` in the profile; renames it to `main.old.log` when it grows over 2 MiB. */
export function createLog({
  profileDir,
  redactor,
  monotonicMs = timing.monotonicMs,
  scheduleIdle = timing.scheduleIdle,
}: {
  readonly profileDir: string;
  readonly redactor: Redactor;
  readonly monotonicMs?: () => number;
  readonly scheduleIdle?: (run: () => void, ms: number) => void;
}): Log {
  const logger = electronLog.create({ logId: 'main' });
  // Without a name the library looks for a package.json around the working folder; where there is none, it silently
  // writes nothing.
  logger.transports.file.setAppName('Mostrador');
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.file.resolvePathFn = () => path.join(profileDir, 'logs', 'main.log');
  logger.transports.file.maxSize = MAX_FILE_BYTES;
  logger.transports.console.level = 'warn';
  const line = (message: string, detail: unknown): string =>
    inOneEntry(redactor.redact(detail === undefined ? message : `${message} ${describe(detail)}`));
  const isFree = createFloodGuard({ monotonicMs, scheduleIdle, tell: (text) => logger.warn(text) });
  const write =
    (level: keyof Log): Log['info'] =>
    (message, detail) => {
      if (isFree(message, () => line(message, undefined).slice(0, MAX_BEGINNING_CHARS)))
        logger[level](line(message, detail));
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * Others chose some of the words: no line of theirs begins like an entry, no character moves the cursor or hides another,
 * and none fills the file.
 */
function inOneEntry(text: string): string {
  const short = text.length > MAX_ENTRY_CHARS ? `${text.slice(0, MAX_ENTRY_CHARS)}…` : text;
  return short.replace(UNSEEN, asNumber).replaceAll('\n', '\n  ');
}

function asNumber(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function describe(detail: unknown): string {
  if (detail instanceof Error) return detail.stack ?? detail.message;
  if (typeof detail === 'string') return detail;
  return JSON.stringify(detail) ?? '';
}

/** Returns the last whole lines of a log, at most `maxBytes` of them; empty when there is no such file. */
export function readLogTail(file: string, maxBytes: number): string {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  const bytes = Buffer.alloc(Math.min(size, maxBytes));
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, bytes, 0, bytes.length, size - bytes.length);
  } finally {
    fs.closeSync(handle);
  }
  const text = bytes.toString('utf8');
  return size > maxBytes ? text.slice(text.indexOf('\n') + 1) : text;
}
