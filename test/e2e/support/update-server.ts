import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';

/** The kinds of a version's file. */
export type PackageKind = 'deb' | 'AppImage' | 'exe';

export type UpdateServer = {
  readonly url: string;
  /** Publishes a version, as electron-builder does. */
  readonly publish: (version: {
    readonly version: string;
    readonly content: Buffer;
    /** Base64; default: that of the content. */
    readonly sha512?: string;
    readonly stagingPercentage?: number;
    /** Default: AppImage. */
    readonly extension?: PackageKind;
  }) => void;
  /** Replaces the description. */
  readonly publishText: (description: string) => void;
  /** Paths asked for, without their queries. */
  readonly requests: () => readonly string[];
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
};

/** A web server on loopback with what a release consists of: a description and a file. Port 0: any that is free. */
export async function startUpdateServer(wantedPort = 0): Promise<UpdateServer> {
  const files = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const content = files.get(pathname);
    response.writeHead(content === undefined ? 404 : 200, { 'content-length': content?.length ?? 0 });
    response.end(content);
  });
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    publish: ({ version, content, stagingPercentage, sha512, extension = 'AppImage' }) => {
      const name =
        extension === 'deb' ? `mostrador_${version}_amd64.deb` : `Mostrador-${version}.${extension}`;
      const digest = sha512 ?? createHash('sha512').update(content).digest('base64');
      files.set(`/${name}`, content);
      const lines = [
        `version: ${version}`,
        'files:',
        `  - url: ${name}`,
        `    sha512: ${digest}`,
        `    size: ${String(content.length)}`,
        `path: ${name}`,
        `sha512: ${digest}`,
        ...(stagingPercentage === undefined ? [] : [`stagingPercentage: ${String(stagingPercentage)}`]),
        "releaseDate: '2026-11-24T00:00:00.000Z'",
      ];
      const description = extension === 'exe' ? '/latest.yml' : '/latest-linux.yml';
      files.set(description, Buffer.from(`${lines.join('\n')}\n`));
    },
    publishText: (description) => void files.set('/latest-linux.yml', Buffer.from(description)),
    requests: () => requests,
    reset: () => {
      files.clear();
      requests.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
