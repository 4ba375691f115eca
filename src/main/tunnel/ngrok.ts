import type { LinkEvent, TunnelLink, TunnelProvider } from '../core/address/types.ts';
import type { Log } from '../log.ts';
import { ngrokMessageSchema, type NgrokRequest } from './ngrok-messages.ts';
import { createOnceLink } from './once-link.ts';

/** The free plan has 20,000 requests a month; a probe every five minutes takes 8,640 of them. */
const STEADY_MS = 5 * 60_000;

/** A process that ends together with the app, even when the app crashes. */
export type OwnProcess = {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number | null) => void) => void;
  /** Ends it, even before it has started. Resolves when it has ended, at the latest a second after it started. */
  readonly kill: () => Promise<void>;
};

export type NgrokDeps = Omit<NgrokRequest, 'ingress'> & {
  /** Starts the process that runs the client. */
  readonly fork: () => OwnProcess;
  readonly log: Pick<Log, 'info'>;
  readonly ingress?: NgrokRequest['ingress'];
};

/**
 * Returns an ngrok tunnel. ngrok's unmodified client runs in a process of its own, which can be ended in any state and is
 * the only one that holds the token.
 */
export function createNgrok(deps: NgrokDeps): TunnelProvider {
  return { steadyMs: STEADY_MS, hasLink: true, open: (onEvent) => openLink(deps, onEvent) };
}

function openLink(deps: NgrokDeps, onEvent: (event: LinkEvent) => void): TunnelLink {
  return createOnceLink(onEvent, (link) => {
    const { token, domain, port, ingress = null } = deps;
    const child = deps.fork();
    link.onClose(child.kill);
    child.onExit((code) =>
      link.end({
        type: 'down',
        error: { code: 'binary_crashed', detail: code === null ? null : String(code) },
      }),
    );
    child.onMessage((message) => {
      const read = ngrokMessageSchema.safeParse(message);
      if (!read.success) return;
      const { data } = read;
      if (data.type === 'log') deps.log.info(`ngrok: ${data.line.replaceAll(token, '***')}`);
      else if (data.type === 'down' || data.type === 'fatal') link.end(data);
      else link.emit(data);
    });
    child.post({ token, domain, port, ingress } satisfies NgrokRequest);
    return Promise.resolve();
  });
}
