import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../../fakes/temp-store.ts';
import { createLedger } from './ledger.ts';
import { createPlatform, cycleRandom, type Message } from './platform.ts';
import { createReceiverSubject } from './receiver-subject.ts';
import { sendMessages } from './send-messages.ts';
import { checkSyncs, type SyncReport } from './sync-trace.ts';

const CALLS = 'read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync';
const ROUNDS = 4;

/** Sends new orders to a receiver under strace; returns what its system calls show. */
export async function traceReceiver(options: { readonly unsynced: boolean }): Promise<{
  readonly answered: number;
  readonly report: SyncReport;
}> {
  expectTracing();
  const folder = tempDir();
  const traceFile = path.join(folder.dir, 'trace');
  const strace = ['strace', '-f', '-qq', '-yy', '-s', '16', '-e', 'signal=none', '-e', `trace=${CALLS}`];
  const subject = await createReceiverSubject({
    under: [...strace, '-o', traceFile],
    unsynced: options.unsynced,
  });
  try {
    const life = await subject.start('ready');
    const ledger = createLedger();
    await sendMessages({
      messages: newOrders(),
      url: subject.webhookUrl,
      ledger,
      signal: new AbortController().signal,
      onAnswer: () => undefined,
    });
    await life.finish();
    const trace = fs.readFileSync(traceFile, 'utf8');
    const report = checkSyncs(trace, `${fs.realpathSync(subject.ordersFile)}-wal`);
    return { answered: ledger.answered().length, report };
  } finally {
    await subject.stop();
    folder.remove();
  }
}

/** Returns new orders only, so that each needs a write. */
function newOrders(): readonly Message[] {
  const platform = createPlatform(1);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => platform.next(cycleRandom(1, round), []));
  const ready = rounds.flat().filter(({ status }) => status === 'READY_FOR_PICKUP');
  return [...new Map(ready.map((message) => [message.orderId, message])).values()];
}

function expectTracing(): void {
  const { error, status, stderr } = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], {
    encoding: 'utf8',
  });
  if (error === undefined && status === 0) return;
  const why = error?.message ?? stderr.trim().split('\n').at(0) ?? '';
  throw new Error(
    `Whether the disk has an order before its 200 can only be seen where strace is installed and may trace processes (ptrace), which is not so here: ${why}`,
  );
}
