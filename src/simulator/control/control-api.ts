import { ZodError } from 'zod';
import * as schemas from './control-schemas.ts';
import { readAbout, readState } from './control-state.ts';
import { FAULT } from '../api/faults.ts';
import { jsonAnswer, readBody } from '../api/http-answer.ts';
import { SCENARIO_NAMES } from '../scenarios/scenario.ts';
import { SimulatorError } from '../simulator-error.ts';
import type { IncomingMessage } from 'node:http';
import type { Answer } from '../api/http-answer.ts';
import type { Simulator } from '../contract.ts';
import { own } from '../../shared/own.ts';

const BODY_LIMIT = 256 * 1024;
const DEFAULT_ROWS = 60;
const MAX_ROWS = 500;
const ERROR_STATUS = { 'not-found': 404, 'not-allowed': 409, invalid: 400 } as const;

type Deed = (simulator: Simulator, body: unknown, id: string) => unknown;

/** What can be posted; `:id` is an order, `:name` a scenario. */
const DEEDS: Readonly<Record<string, Deed>> = {
  orders: (simulator, body) => simulator.orders.create(schemas.NEW_ORDER.parse(body)),
  'orders/clear': (simulator, body) => {
    schemas.NOTHING.parse(body);
    simulator.orders.clear();
  },
  'orders/:id/pick': (simulator, body, id) => simulator.orders.pick(id, ...schemas.PICK.parse(body).steps),
  'orders/:id/ready': (simulator, body, id) => simulator.orders.ready(id, schemas.QUIET.parse(body)),
  'orders/:id/pick-up': (simulator, body, id) => simulator.orders.pickUp(id, schemas.QUIET.parse(body)),
  'orders/:id/dispatch': (simulator, body, id) => simulator.orders.dispatch(id, schemas.QUIET.parse(body)),
  'orders/:id/deliver': (simulator, body, id) => simulator.orders.deliver(id, schemas.QUIET.parse(body)),
  'orders/:id/cancel': (simulator, body, id) => simulator.orders.cancel(id, schemas.CANCEL.parse(body)),
  'orders/:id/travel': (simulator, body, id) =>
    simulator.orders.travel(id, schemas.TRAVEL.parse(body).minutesBack),
  'orders/:id/odd-status': (simulator, body, id) => {
    const { status, ...options } = schemas.ODD_STATUS.parse(body);
    return simulator.orders.setOddStatus(id, status, options);
  },
  'orders/:id/send': (simulator, body, id) => {
    schemas.NOTHING.parse(body);
    simulator.resend(id);
  },
  'orders/:id/remove': (simulator, body, id) => {
    schemas.NOTHING.parse(body);
    simulator.orders.remove(id);
  },
  seed: (simulator, body) => {
    const { count, ...options } = schemas.SEED.parse(body);
    return { made: simulator.seed(count, options).length };
  },
  switches: (simulator, body) => simulator.switches.set(toChanges(body)),
  'switches/reset': (simulator) => simulator.switches.reset(),
  faults: (simulator, body) => simulator.faults.add(FAULT.parse(body)),
  'faults/clear': (simulator) => simulator.faults.clear(),
  'tokens/revoke': (simulator) => simulator.access.revokeIssued(),
  webhook: (simulator, body) => {
    const { url, secret } = schemas.WEBHOOK.parse(body);
    const kept = secret ?? simulator.webhooks.target()?.secret ?? '';
    simulator.setWebhook(url === null ? null : { url, secret: kept });
  },
  'webhook/release': (simulator) => simulator.webhooks.release(),
  auto: (simulator, body) => {
    const { everySeconds } = schemas.AUTO.parse(body);
    if (everySeconds === null) simulator.auto.stop();
    else simulator.auto.start(everySeconds * 1000);
  },
  'scenarios/:name': (simulator, _body, wanted) => {
    const name = SCENARIO_NAMES.find((one) => one === wanted);
    if (name === undefined) throw new SimulatorError('not-found', `No hay escenario ${wanted}`);
    return simulator.runScenario(name);
  },
};

/** Handles `/simulator/api/*` except its event stream, for who may control the simulator. `path` is what follows `/simulator/api/`. */
export async function answerControl(
  simulator: Simulator,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Answer> {
  if (request.method === 'GET') return answerRead(simulator, path, query);
  if (request.method !== 'POST') return jsonAnswer(405, { message: 'use GET or POST' });
  const [pattern, id] = toPattern(path);
  const deed = own(DEEDS, pattern);
  if (deed === undefined) return jsonAnswer(404, { message: 'no such action' });
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return jsonAnswer(413, { message: 'the body is too large' });
  try {
    const result = await deed(simulator, body === '' ? {} : JSON.parse(body), id);
    return jsonAnswer(200, result ?? {});
  } catch (error) {
    return failed(error);
  }
}

function answerRead(simulator: Simulator, path: string, query: URLSearchParams): Answer {
  if (path === 'state') {
    const rows = Number(query.get('limit') ?? DEFAULT_ROWS);
    const limit = Number.isInteger(rows) && rows > 0 ? Math.min(rows, MAX_ROWS) : DEFAULT_ROWS;
    return jsonAnswer(200, readState(simulator, limit));
  }
  if (path === 'about') return jsonAnswer(200, readAbout(simulator));
  const order = /^orders\/([^/]+)$/.exec(path)?.[1];
  if (order !== undefined && simulator.orders.find(order) !== null) {
    return jsonAnswer(200, simulator.jsonOf(order));
  }
  return jsonAnswer(404, { message: 'no such thing' });
}

/** `orders/3f…/ready` → `orders/:id/ready`, `3f…`. */
function toPattern(path: string): readonly [string, string] {
  const [first = '', second, third] = path.split('/');
  if (first === 'orders' && second !== undefined && third !== undefined) {
    return [path.split('/').length === 3 ? `orders/:id/${third}` : '', second];
  }
  if (first === 'scenarios' && second !== undefined) {
    return [third === undefined ? 'scenarios/:name' : '', second];
  }
  return [path, ''];
}

function failed(error: unknown): Answer {
  if (error instanceof SimulatorError)
    return jsonAnswer(ERROR_STATUS[error.code], { message: error.message });
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return jsonAnswer(400, { message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
  }
  if (error instanceof SyntaxError) return jsonAnswer(400, { message: 'the body is not JSON' });
  throw error;
}

function toChanges(body: unknown): object {
  if (typeof body !== 'object' || body === null) throw new SimulatorError('invalid', 'Faltan interruptores');
  return body;
}
