import type { LinkEvent, TunnelLink } from '../core/address/types.ts';
import { within } from '../timing.ts';

const CLOSE_LIMIT_MS = 1_900;

export type OnceLink = {
  /** Reports an event; does nothing after the end. */
  readonly emit: (event: LinkEvent) => void;
  /** Reports the last event. */
  readonly end: (event: Extract<LinkEvent, { readonly type: 'down' | 'fatal' }>) => void;
  readonly isOver: () => boolean;
  /** Sets the function that closes the connection; it is called once. */
  readonly onClose: (close: () => Promise<void>) => void;
};

/** Returns a link for one connection: it reports events, ends once, and closes within 2 s whatever the connection does. */
export function createOnceLink(
  onEvent: (event: LinkEvent) => void,
  begin: (link: OnceLink) => Promise<void>,
): TunnelLink {
  let isOver = false;
  let takeDown = (): Promise<void> => Promise.resolve();
  let closing: Promise<void> | null = null;

  const emit = (event: LinkEvent): void => {
    if (!isOver) onEvent(event);
  };
  const end: OnceLink['end'] = (event) => {
    if (isOver) return;
    isOver = true;
    onEvent(event);
  };
  const start = async (): Promise<void> => {
    try {
      await begin({
        emit,
        end,
        isOver: () => isOver,
        onClose: (close) => {
          takeDown = close;
        },
      });
    } catch (error) {
      const detail = error instanceof Error ? error.name : null;
      end({ type: 'down', error: { code: 'unknown', detail } });
    }
  };
  const began = start();

  const closed = async (): Promise<void> => {
    const down = began.then(() => takeDown()).catch(() => undefined);
    await within(CLOSE_LIMIT_MS, down);
  };

  return {
    close: () => {
      isOver = true;
      closing ??= closed();
      return closing;
    },
  };
}
