export type SimulatorErrorCode = 'not-found' | 'not-allowed' | 'invalid';

/** An action that the simulator cannot do: the order does not exist, or the step does not fit its state. */
export class SimulatorError extends Error {
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, message: string) {
    super(message);
    this.name = 'SimulatorError';
    this.code = code;
  }
}
