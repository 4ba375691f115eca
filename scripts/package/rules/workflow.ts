/** The contents of one workflow file. */
export type Workflow = {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};
type Job = {
  readonly permissions?: unknown;
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
};
type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
};

/** The only job that may do more than read, and its permissions. */
const PUBLISHER = 'publish';
const TO_PUBLISH = { attestations: 'write', contents: 'write', 'id-token': 'write' };
/** The command that installs other people's packages and runs what they build with. */
const PREPARE = 'npm run package -- prepare';

/**
 * Returns what breaks our own rules in a workflow; actionlint checks the general ones. `text` is the file itself,
 * `scripts` the existing npm scripts.
 */
export function workflowFaults(
  workflow: Workflow,
  text: string,
  scripts: readonly string[],
): readonly string[] {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps: own = [] }]) => own);
  return [
    ...unpinned(text),
    ...(isReadOnly(workflow.permissions)
      ? []
      : ['The permissions of the workflow are more than contents: read.']),
    ...jobs.flatMap(([name, { permissions }]) =>
      permissions === undefined ||
      isReadOnly(permissions) ||
      (name === PUBLISHER && areToPublish(permissions))
        ? []
        : [`${name} may do more than it needs.`],
    ),
    ...jobs.flatMap(([name, { steps: own = [] }]) =>
      givesSecretsEarly(own) ? [`${name} has secrets at hand before everything is installed and built.`] : [],
    ),
    ...jobs.flatMap(([name, job]) =>
      job.uses === undefined && job['timeout-minutes'] === undefined ? [`${name} has no time limit.`] : [],
    ),
    ...steps
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(() => 'A checkout leaves its token behind.'),
    ...steps.flatMap(({ run }) => unsafeCommand(run ?? '', scripts)),
  ];
}

/** Actions of others must be named by a full commit, with the version in a comment. */
function unpinned(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: *(\S+)(.*)$/gm)].flatMap(([, name = '', rest = '']) => {
    if (name.startsWith('./')) return [];
    const isPinned = /@[0-9a-f]{40}$/.test(name) && /^ # v\d+\.\d+\.\d+$/.test(rest);
    return isPinned ? [] : [`${name} is not pinned to a commit with its version beside it.`];
  });
}

function isReadOnly(permissions: unknown): boolean {
  return JSON.stringify(permissions) === '{"contents":"read"}';
}

function areToPublish(permissions: unknown): boolean {
  if (typeof permissions !== 'object' || permissions === null) return false;
  const given = Object.fromEntries(
    Object.entries(permissions).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  return JSON.stringify(given) === JSON.stringify(TO_PUBLISH);
}

function givesSecretsEarly(steps: readonly Step[]): boolean {
  const first = steps.findIndex(({ env = {} }) =>
    Object.values(env).some((value) => String(value).includes('secrets.')),
  );
  return first !== -1 && !steps.slice(0, first).some(({ run }) => run?.trim() === PREPARE);
}

/** A GitHub value inside a command would be run as part of it. Every npm script must exist. */
function unsafeCommand(run: string, scripts: readonly string[]): readonly string[] {
  const named = [...run.matchAll(/npm (?:run (?:-s )?)([\w-]+)/g)].flatMap(([, name]) => name ?? []);
  return [
    ...(run.includes('${{')
      ? [`An expression stands inside a command: ${run.trim().split('\n')[0] ?? ''}`]
      : []),
    ...named.filter((name) => !scripts.includes(name)).map((name) => `There is no npm script ${name}.`),
  ];
}
