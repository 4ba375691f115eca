import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { rolldown } from 'rolldown';
import { within } from '../../desktop/within.ts';
import { CALLS, injected, readTrace, type At, type Traced } from './mishaps.ts';

const LIMIT_MS = 60_000;

export type TraceJob = (how: {
  readonly job: string;
  readonly profileDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly at?: At;
}) => Promise<Traced>;

/** Makes one file of the work's process, so that each of its hundreds of starts is quick. Returns what runs it under strace. */
export async function createTracer(folder: string, source: string, hasThreads = false): Promise<TraceJob> {
  const script = path.join(folder, `${path.basename(source, '.ts')}.mjs`);
  const bundle = await rolldown({
    input: path.join(import.meta.dirname, source),
    platform: 'node',
    external: ['@photostructure/sqlite'],
  });
  await bundle.write({ file: script, format: 'esm', codeSplitting: false });
  const modules = path.join(folder, 'node_modules');
  if (!fs.existsSync(modules))
    fs.symlinkSync(path.resolve(import.meta.dirname, '../../../node_modules'), modules);
  let traces = 0;

  return async ({ job, profileDir, at, env = {} }) => {
    traces += 1;
    const trace = path.join(folder, `${path.basename(source)}-${String(traces)}`);
    const args = [
      ...(hasThreads ? ['-f'] : []),
      '-yy',
      '-s',
      '0',
      '-e',
      'signal=none',
      '-e',
      `trace=${['access', ...CALLS].join(',')}`,
    ];
    const mishap = at === undefined ? [] : injected(at).flatMap((one) => ['-e', `inject=${one}`]);
    const child = spawn(
      'strace',
      [...args, ...mishap, '-o', trace, process.execPath, script, job, profileDir],
      {
        env: {
          ...process.env,
          ...env,
          // What does not fit into memory while a file is rewritten stands there too.
          SQLITE_TMPDIR: profileDir,
          ...(at?.mishap === 'full for a moment' ? { RETRIES: '4' } : {}),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let errors = '';
    child.stderr.on('data', (chunk: unknown) => {
      errors += String(chunk);
    });
    const ended = new Promise<Traced['ended']>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve('done');
        else if (code === 3) resolve('refused');
        else if (signal === 'SIGKILL' || signal === 'SIGABRT') resolve('killed');
        else reject(new Error(`${job} ended with ${String(code ?? signal)}: ${errors}`));
      });
    });
    const end = await within(ended, LIMIT_MS, `The end of ${job}`, () => errors);
    const read = readTrace(fs.readFileSync(trace, 'utf8'), path.dirname(profileDir));
    fs.rmSync(trace);
    const { steps, totals } = read;
    return { steps, totals, ended: end, isHit: end === 'killed' ? read.isLastKilled : read.isRefused };
  };
}
