import { createHmac, randomBytes } from 'node:crypto';

export type ProbeQuestion = {
  readonly nonce: string;
  /** The only right answer. */
  readonly answer: string;
  /** The receiver was asked. */
  readonly hasArrived: () => boolean;
  /** From now on nobody is told the answer. */
  readonly end: () => void;
};

export type ProbeNonces = {
  readonly open: () => ProbeQuestion;
  /** The answer to a nonce that is waited for; null for any other: nothing can be learned here. */
  readonly answerNonce: (nonce: string) => string | null;
};

/** Questions that only this process can answer: a page from a cache or from another server cannot pass for it. */
export function createProbeNonces(): ProbeNonces {
  const key = randomBytes(32);
  const waiting = new Map<string, { answer: string; arrived: boolean }>();
  return {
    open: () => {
      const nonce = randomBytes(16).toString('base64url');
      const question = {
        answer: createHmac('sha256', key).update(nonce).digest('base64url'),
        arrived: false,
      };
      waiting.set(nonce, question);
      return {
        nonce,
        answer: question.answer,
        hasArrived: () => question.arrived,
        end: () => void waiting.delete(nonce),
      };
    },
    answerNonce: (nonce) => {
      const question = waiting.get(nonce);
      if (question === undefined) return null;
      question.arrived = true;
      return question.answer;
    },
  };
}
