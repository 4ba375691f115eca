import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http, { type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

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
    /** The file comes a hundredth at a time, so many milliseconds apart. */
    readonly pauseMs?: number;
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
  const pauses = new Map<string, number>();
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const content = files.get(pathname);
    response.writeHead(content === undefined ? 404 : 200, { 'content-length': content?.length ?? 0 });
    const pauseMs = pauses.get(pathname);
    if (content === undefined || pauseMs === undefined) response.end(content);
    else void sendSlowly(response, content, pauseMs);
  });
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    publish: ({ version, content, stagingPercentage, sha512, extension = 'AppImage', pauseMs }) => {
      const name =
        extension === 'deb' ? `mostrador_${version}_amd64.deb` : `Mostrador-${version}.${extension}`;
      const digest = sha512 ?? createHash('sha512').update(content).digest('base64');
      files.set(`/${name}`, content);
      if (pauseMs !== undefined) pauses.set(`/${name}`, pauseMs);
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
      pauses.clear();
      requests.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function sendSlowly(response: ServerResponse, content: Buffer, pauseMs: number): Promise<void> {
  const size = Math.ceil(content.length / 100);
  for (let at = 0; at < content.length && !response.destroyed; at += size) {
    response.write(content.subarray(at, at + size));
    await sleep(pauseMs);
  }
  response.end();
}
