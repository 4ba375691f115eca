type Environment = Readonly<Record<string, string | undefined>>;

export type UpdateSource =
  | { readonly provider: 'generic'; readonly url: string }
  | { readonly provider: 'github'; readonly owner: string; readonly repo: string };

/**
 * Returns where the packaged app looks for updates: the address in MOSTRADOR_UPDATE_URL, else the releases of the
 * GitHub repository whose pipeline builds it, else nowhere.
 */
export function updateSource(env: Environment): UpdateSource | null {
  const url = env['MOSTRADOR_UPDATE_URL'];
  if (url !== undefined && url !== '') return { provider: 'generic', url };
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  return owner === undefined || repo === undefined ? null : { provider: 'github', owner, repo };
}

/** Returns the project's page: the repository whose pipeline builds it. A deb must name one. */
export function homepage(env: Environment): string {
  const repository = env['GITHUB_REPOSITORY'];
  return repository === undefined ? 'https://mostrador.example.invalid' : `https://github.com/${repository}`;
}
