/** What a trace of the receiver's system calls shows about durability. */
export type SyncReport = {
  /** 200s written to sockets that had brought a POST. */
  readonly answers: number;
  /** One sentence for each 200 without a completed sync. */
  readonly violations: readonly string[];
};

/** `pid call(fd<what>rest`, or the second half of a call that another thread interrupted. */
const CALL = /^(?<pid>\d+) +(?<call>\w+)\(\d+<(?<target>.*?)>(?<rest>(?: <unfinished|[,)]).*)$/;
const RESUMED = /^(?<pid>\d+) +<\.\.\. \w+ resumed>(?<rest>.*)$/;
const WRITES = new Set(['write', 'writev', 'pwrite64', 'pwritev', 'sendto', 'sendmsg']);
const READS = new Set(['read', 'readv', 'recvfrom', 'recvmsg']);
const SYNCS = new Set(['fsync', 'fdatasync']);

type Call = { readonly call: string; readonly target: string; readonly covers: number };

/**
 * Reads the output of `strace -f -yy`: for each 200 to a POST something has to have been written to `logFile` since the
 * POST was read, and a successful sync of it has to have begun after its last write and ended before the 200.
 */
export function checkSyncs(trace: string, logFile: string): SyncReport {
  const underWay = new Map<string, Call>();
  /** How many writes to the log had begun when each socket's POST was read. */
  const posts = new Map<string, number>();
  const violations: string[] = [];
  let answers = 0;
  let written = 0;
  let synced = 0;
  let writing = 0;

  const begin = (call: string, target: string, text: string): Call => {
    if (WRITES.has(call) && target === logFile) {
      written += 1;
      writing += 1;
    }
    if (WRITES.has(call) && text.includes('"HTTP/1.1 200 ')) answer(target);
    // What is still being written while the sync begins may come too late for it.
    return { call, target, covers: written - writing };
  };
  const end = ({ call, target, covers }: Call, text: string): void => {
    if (READS.has(call) && text.includes('"POST ')) posts.set(target, written);
    if (target !== logFile) return;
    if (WRITES.has(call)) writing -= 1;
    if (SYNCS.has(call) && /\) += 0$/.test(text)) synced = Math.max(synced, covers);
  };
  const answer = (socket: string): void => {
    const before = posts.get(socket);
    if (before === undefined) return;
    posts.delete(socket);
    answers += 1;
    if (written === before) violations.push(`200 to ${socket}: nothing was written for it`);
    else if (synced < written) violations.push(`200 to ${socket}: the log was written and not synced`);
  };

  for (const line of trace.split('\n')) {
    const resumed = RESUMED.exec(line)?.groups;
    if (resumed !== undefined) {
      const call = underWay.get(resumed['pid'] ?? '');
      underWay.delete(resumed['pid'] ?? '');
      if (call !== undefined) end(call, resumed['rest'] ?? '');
      continue;
    }
    const { pid = '', call = '', target = '', rest = '' } = CALL.exec(line)?.groups ?? {};
    const begun = begin(call, target, rest);
    if (rest.endsWith('<unfinished ...>')) underWay.set(pid, begun);
    else end(begun, rest);
  }
  return { answers, violations };
}
