import { ngrokRequestSchema, type NgrokMessage } from './ngrok-messages.ts';
import { runNgrok } from './ngrok-session.ts';

// Entry point of a process: a utility process inside Electron, a child process of Node elsewhere.
const port: Electron.ParentPort | undefined = process.parentPort;

function send(message: NgrokMessage): void {
  if (port === undefined) process.send?.(message);
  else port.postMessage(message);
}

function receive(message: unknown): void {
  const request = ngrokRequestSchema.safeParse(message);
  if (request.success) void runNgrok(request.data, send);
}

if (port === undefined) {
  process.on('message', receive);
  // Without the app there is nothing to serve. Chromium itself ends a utility process.
  process.on('disconnect', () => process.exit(0));
} else {
  port.on('message', ({ data }: { data: unknown }) => receive(data));
}
