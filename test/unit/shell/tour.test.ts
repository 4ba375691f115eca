import { expect, test } from 'vitest';
import { createTour } from '../../../src/main/shell/windows/tour.ts';

function build(needsSetup = false) {
  let isAnswered = false;
  const shown: string[] = [];
  const tour = createTour({
    windows: { show: (view) => void shown.push(view) },
    places: {
      isTourAnswered: () => isAnswered,
      answerTour: () => {
        isAnswered = true;
      },
    },
    needsSetup: () => needsSetup,
  });
  return { tour, shown };
}

test('the tour is offered until it is declined', () => {
  const { tour, shown } = build();
  expect(tour.isOffered()).toBe(true);
  tour.decline();
  expect(tour.isOffered()).toBe(false);
  expect(shown).toEqual([]);
});

test('whoever opened the tour, by any door, is not offered it again', () => {
  const { tour, shown } = build();
  tour.open();
  expect(shown).toEqual(['tour']);
  expect(tour.isOffered()).toBe(false);
});

test('a profile without a shop is not offered the tour, but can open it', () => {
  const { tour, shown } = build(true);
  expect(tour.isOffered()).toBe(false);
  tour.open();
  expect(shown).toEqual(['tour']);
});
