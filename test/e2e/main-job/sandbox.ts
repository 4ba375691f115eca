import fs from 'node:fs';

export type SandboxFacts = {
  readonly commandLines: readonly string[];
  /** Of each renderer: the kernel's seccomp mode (2: filtered) and whether it lives in a user namespace of its own. */
  readonly renderers: readonly { readonly seccomp: number; readonly ownUserNamespace: boolean }[];
};

/** What the kernel says of an app's processes. Source: proc_pid_status(5), namespaces(7). */
export function sandboxFacts(root: number): SandboxFacts {
  const family = descendants(root);
  const home = fs.readlinkSync(`/proc/${String(root)}/ns/user`);
  const commandLines = family.map((pid) =>
    fs.readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' '),
  );
  const renderers = family.filter((_, index) => commandLines[index]?.includes('--type=renderer'));
  return {
    commandLines,
    renderers: renderers.map((pid) => ({
      seccomp: Number(/^Seccomp:\s+(\d)/m.exec(fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]),
      ownUserNamespace: fs.readlinkSync(`/proc/${String(pid)}/ns/user`) !== home,
    })),
  };
}

function descendants(root: number): number[] {
  const children = fs
    .readFileSync(`/proc/${String(root)}/task/${String(root)}/children`, 'utf8')
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);
  // Any thread of the parent may have started a child.
  const tasks = fs.readdirSync(`/proc/${String(root)}/task`).filter((task) => task !== String(root));
  const others = tasks.flatMap((task) =>
    fs
      .readFileSync(`/proc/${String(root)}/task/${task}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number),
  );
  return [root, ...[...children, ...others].flatMap(descendants)];
}
