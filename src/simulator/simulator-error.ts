export type SimulatorErrorCode = 'not-found' | 'not-allowed' | 'invalid';

/** A request that the simulator cannot do: no such order, or a step that does not fit the order's state. */
export class SimulatorError extends Error {
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, message: string) {
    super(message);
    this.name = 'SimulatorError';
    this.code = code;
  }
}
