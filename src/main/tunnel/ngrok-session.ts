import { toNgrokFailure, type NgrokMessage, type NgrokRequest } from './ngrok-messages.ts';

/** In seconds, as the client expects. */
const HEARTBEAT_S = 10;
const HEARTBEAT_TOLERANCE_S = 5;

/**
 * Runs one session of ngrok's client, in a process of its own, and reports what ends it. The client must not reconnect by
 * itself: its pauses grow fiftyfold with each try, to hours after a short outage.
 */
export async function runNgrok(
  { token, domain, port, ingress }: NgrokRequest,
  emit: (message: NgrokMessage) => void,
): Promise<void> {
  const ngrok = await loadNgrok();
  if (ngrok === null) {
    emit({ type: 'fatal', error: { code: 'binary_missing', detail: 'ngrok' } });
    return;
  }
  const log = (text: string): void => emit({ type: 'log', line: text.replaceAll(token, '***') });
  try {
    const builder = new ngrok.SessionBuilder()
      .authtoken(token)
      .heartbeatInterval(HEARTBEAT_S)
      .heartbeatTolerance(HEARTBEAT_TOLERANCE_S)
      .handleHeartbeat((latencyMs: number | null) => {
        // null, although the types exclude it: the response did not come in time.
        if (latencyMs === null) emit({ type: 'down', error: { code: 'timeout', detail: null } });
      })
      .handleDisconnection((_address, error) => {
        log(error);
        emit(toNgrokFailure(new Error(error)));
        return false;
      });
    if (ingress !== null) builder.serverAddr(ingress.address).caCert(Buffer.from(ingress.ca));
    const session = await builder.connect();
    const endpoint = session.httpEndpoint().domain(domain);
    const listener = await endpoint.listenAndForward(`http://127.0.0.1:${String(port)}`);
    const url = listener.url();
    if (url !== null) emit({ type: 'url', url });
    emit({ type: 'up' });
  } catch (error) {
    log(error instanceof Error ? error.message : 'ngrok failed');
    emit(toNgrokFailure(error));
  }
}

/** Returns the optional client; null on platforms that it has no build for. */
async function loadNgrok(): Promise<typeof import('@ngrok/ngrok') | null> {
  try {
    return (await import('@ngrok/ngrok')).default;
  } catch {
    return null;
  }
}
