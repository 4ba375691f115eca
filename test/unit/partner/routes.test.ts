import { describe, expect, it } from 'vitest';
import type { PartnerError } from '../../../src/shared/partner.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { partnerError } from '../../../src/main/partner/errors.ts';
import { createRouteMemory, LIST_ROUTES, ORDER_ROUTES } from '../../../src/main/partner/routes.ts';

const MUTE = partnerError('not-found', { status: 404, isRouteMissing: true });
const SAID = partnerError('not-found', { status: 404 });
const ODD = partnerError('bad-response', { status: 200 });
const BUSY = partnerError('rate-limited', { status: 429 });

type Answers = { first: PartnerError | 'yes'; second: PartnerError | 'yes' };

function rig(answers: Answers) {
  const asked: string[] = [];
  const memory = createRouteMemory<'first' | 'second'>(['first', 'second']);
  const ask = async (): Promise<Result<string, PartnerError>> => {
    asked.length = 0;
    return memory.ask((route) => {
      asked.push(route);
      const answer = answers[route];
      return Promise.resolve(answer === 'yes' ? ok(route) : err(answer));
    });
  };
  return { ask, asked, answers };
}

describe('createRouteMemory', () => {
  it('asks the first shape and stays with it', async () => {
    const { ask, asked } = rig({ first: 'yes', second: 'yes' });
    expect(await ask()).toEqual(ok('first'));
    expect(asked).toEqual(['first']);
  });

  it.each([
    ['a mute 404', MUTE],
    ['a 404 that speaks, as long as it never answered', SAID],
    ['a 200 that is something else', ODD],
  ])('falls back on %s and remembers what answered', async (_, error) => {
    const { ask, asked } = rig({ first: error, second: 'yes' });
    expect(await ask()).toEqual(ok('second'));
    expect(asked).toEqual(['first', 'second']);
    await ask();
    expect(asked).toEqual(['second']);
  });

  it('does not fall back on what has nothing to do with the shape', async () => {
    const { ask, asked } = rig({ first: BUSY, second: 'yes' });
    expect(await ask()).toEqual(err(BUSY));
    expect(asked).toEqual(['first']);
  });

  it('believes a shape that answered before when it says that there is nothing', async () => {
    const { ask, asked, answers } = rig({ first: 'yes', second: 'yes' });
    await ask();
    for (const error of [SAID, ODD]) {
      answers.first = error;
      expect(await ask()).toEqual(err(error));
      expect(asked).toEqual(['first']);
    }
  });

  it('turns to the other one when the one that answered disappears', async () => {
    const { ask, asked, answers } = rig({ first: 'yes', second: 'yes' });
    await ask();
    answers.first = MUTE;
    expect(await ask()).toEqual(ok('second'));
    await ask();
    expect(asked).toEqual(['second']);
  });

  it.each([
    [MUTE, MUTE, MUTE],
    [MUTE, SAID, SAID],
    [SAID, MUTE, SAID],
    [MUTE, BUSY, BUSY],
    [ODD, MUTE, ODD],
  ])('tells the failure that says most when no shape answers', async (first, second, told) => {
    expect(await rig({ first, second }).ask()).toEqual(err(told));
  });
});

describe('paths', () => {
  it('cannot be led elsewhere by what an id holds', () => {
    expect(LIST_ROUTES['with-orders']('a/b', 'c?d')).toBe('/chains/a%2Fb/vendors/c%3Fd/orders');
    expect(ORDER_ROUTES.short('x', '../../oauth')).toBe('/orders/..%2F..%2Foauth');
  });
});
