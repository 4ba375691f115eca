import fs from 'node:fs';
import { processTree, readProc } from '../support/search.ts';

export type SandboxFacts = {
  readonly commandLines: readonly string[];
  /** Of each renderer: the kernel's seccomp mode (2: filtered) and whether it lives in a user namespace of its own. */
  readonly renderers: readonly { readonly seccomp: number; readonly ownUserNamespace: boolean }[];
};

/** What the kernel says of an app's processes. Source: proc_pid_status(5), namespaces(7). */
export function sandboxFacts(root: number): SandboxFacts {
  const family = processTree(root);
  const commandLines = family.map((pid) => readProc(pid, 'cmdline').toString('utf8').replaceAll('\0', ' '));
  const home = userNamespace(root);
  const renderers = family.filter((_, index) => commandLines[index]?.includes('--type=renderer'));
  return {
    commandLines,
    renderers: renderers.map((pid) => ({
      seccomp: Number(/^Seccomp:\s+(\d)/m.exec(readProc(pid, 'status').toString('utf8'))?.[1]),
      ownUserNamespace: userNamespace(pid) !== home,
    })),
  };
}

function userNamespace(pid: number): string {
  return fs.readlinkSync(`/proc/${String(pid)}/ns/user`);
}
