import http from 'node:http';
import https from 'node:https';

const MAX_BYTES = 4 * 1024;
/** For each address of a name. Node's 250 ms are over before anything was tried when this process is busy for a moment. */
const ADDRESS_LIMIT_MS = 1_500;

export type SmallAnswer = {
  readonly status: number;
  /** At most 4 kB of it. */
  readonly body: string;
  /** ngrok's own code when it was ngrok that answered; else null. */
  readonly ngrokCode: string | null;
};

/**
 * Asks once on a connection of its own: one that is kept open would go on reporting a dead tunnel after a new one works.
 * Redirects are not followed. Rejects with the connection's error, or when `signal` is aborted.
 */
export function fetchSmall(
  url: string,
  { signal, ca }: { readonly signal: AbortSignal; readonly ca?: string | undefined },
): Promise<SmallAnswer> {
  return new Promise((resolve, reject) => {
    const ask = url.startsWith('https:') ? https.request : http.request;
    // Named first: the types of a request do not know every option that its connection takes.
    const options = {
      agent: false,
      autoSelectFamilyAttemptTimeout: ADDRESS_LIMIT_MS,
      signal,
      ...(ca === undefined ? {} : { ca }),
      headers: {
        'User-Agent': 'Mostrador',
        'Cache-Control': 'no-store',
        // ngrok's free plan shows a page to browsers first.
        'ngrok-skip-browser-warning': '1',
      },
    };
    const request = ask(url, options);
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const answer = (): void => {
        const code = response.headers['ngrok-error-code'];
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8').slice(0, MAX_BYTES),
          ngrokCode: typeof code === 'string' ? code : null,
        });
        request.destroy();
      };
      response.on('error', reject);
      response.on('end', answer);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MAX_BYTES) answer();
      });
    });
    request.end();
  });
}
