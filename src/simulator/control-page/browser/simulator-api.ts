import type { About, ControlState } from '../../control-state.ts';

/** Asks the simulator that serves this page; both are of one version. Throws when it does not answer. */
export async function readAbout(): Promise<About> {
  const answer = await read('about');
  if (isAbout(answer)) return answer;
  throw new Error('about: unknown answer');
}

/** Returns what changes, with the newest `limit` orders. Throws when the simulator does not answer. */
export async function readState(limit: number): Promise<ControlState> {
  const answer = await read(`state?limit=${limit}`);
  if (isState(answer)) return answer;
  throw new Error('state: unknown answer');
}

/** Returns an order as GET and webhook write it now. Throws when the simulator does not answer. */
export function readOrder(orderId: string): Promise<unknown> {
  return read(`orders/${orderId}`);
}

export type Posted = { readonly isDone: boolean; readonly answer: Readonly<Record<string, unknown>> };

/** Asks the simulator to do something. Throws when it does not answer. */
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
