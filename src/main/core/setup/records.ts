import type { SetupRecords } from './setup.ts';
import type { CircuitBreaker } from '../storage/circuit-breaker.ts';

/** Returns the setup records for a disk that may fail: what cannot be read counts as not proven. */
export function createResilientSetupRecords(
  records: SetupRecords,
  breaker: Pick<CircuitBreaker, 'read' | 'write'>,
): SetupRecords {
  return {
    secretUse: () => breaker.read(records.secretUse, () => ({ accepted: null, refusedAt: null })),
    newestOrder: () => breaker.read(records.newestOrder, () => null),
    lastTest: () => breaker.read(records.lastTest, () => null),
    noteTest: (verdict) =>
      breaker.write(
        () => records.noteTest(verdict),
        () => undefined,
      ),
    caseOrders: () => breaker.read(records.caseOrders, () => []),
    asked: (asked) =>
      breaker.read(
        () => records.asked(asked),
        () => null,
      ),
    noteAsked: (asked, proof) =>
      breaker.write(
        () => records.noteAsked(asked, proof),
        () => undefined,
      ),
  };
}
