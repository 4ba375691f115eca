import { createHmac, randomBytes } from 'node:crypto';

export type ProbeQuestion = {
  readonly nonce: string;
  /** The only correct response. */
  readonly answer: string;
  /** Returns whether the receiver got the request. */
  readonly hasArrived: () => boolean;
  /** Forgets the nonce: it gets no response any more. */
  readonly end: () => void;
};

export type ProbeNonces = {
  readonly open: () => ProbeQuestion;
  /** Returns the response to an open nonce; null for any other, so that a stranger learns nothing. */
  readonly answerNonce: (nonce: string) => string | null;
};

/** Returns nonces that only this process can respond to, so that no cache and no other server can pass for it. */
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
