import type { SetupRecords } from './setup.ts';
import type { CircuitBreaker } from '../storage/circuit-breaker.ts';

/** Setup records for a disk that may fail: what cannot be read counts as not proven. */
export function createResilientSetupRecords(
  records: SetupRecords,
  watch: Pick<CircuitBreaker, 'read' | 'write'>,
): SetupRecords {
  return {
    secretUse: () => watch.read(records.secretUse, () => ({ accepted: null, refusedAt: null })),
    newestOrder: () => watch.read(records.newestOrder, () => null),
    lastTest: () => watch.read(records.lastTest, () => null),
    noteTest: (verdict) =>
      watch.write(
        () => records.noteTest(verdict),
        () => undefined,
      ),
    caseOrders: () => watch.read(records.caseOrders, () => []),
    asked: (asked) =>
      watch.read(
        () => records.asked(asked),
        () => null,
      ),
    noteAsked: (asked, proof) =>
      watch.write(
        () => records.noteAsked(asked, proof),
        () => undefined,
      ),
  };
}
