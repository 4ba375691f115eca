import type { About, ControlState } from '../../control/control-state.ts';

/** Reads from the simulator that serves this page; both have the same version. Throws when it does not respond. */
export async function readAbout(): Promise<About> {
  const answer = await read('about');
  if (isAbout(answer)) return answer;
  throw new Error('about: unknown answer');
}

/** Returns the changing state, with the newest `limit` orders. Throws when the simulator does not respond. */
export async function readState(limit: number): Promise<ControlState> {
  const answer = await read(`state?limit=${limit}`);
  if (isState(answer)) return answer;
  throw new Error('state: unknown answer');
}

/** Returns the order's current JSON, for GET and for the webhook. Throws when the simulator does not respond. */
export function readOrder(orderId: string): Promise<unknown> {
  return read(`orders/${orderId}`);
}

export type Posted = { readonly isDone: boolean; readonly answer: Readonly<Record<string, unknown>> };

/** Sends an action to the simulator. Throws when it does not respond. */
export async function post(path: string, body: object): Promise<Posted> {
  const response = await fetch(`/simulator/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { isDone: response.ok, answer: isRecord(answer) ? answer : {} };
}

async function read(path: string): Promise<unknown> {
  const response = await fetch(`/simulator/api/${path}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isAbout(value: unknown): value is About {
  return isRecord(value) && 'switchGroups' in value;
}

function isState(value: unknown): value is ControlState {
  return isRecord(value) && 'orderCount' in value;
}
