import { announce, expectOrder } from './expect.ts';
import type { NewLine } from '../orders/new-order.ts';
import type { PickStep } from '../orders/picking.ts';
import type { Scenario, ScenarioOutcome, Stage } from './scenario.ts';

const QUIET = { quiet: true } as const;

async function pickAndAnnounce(
  stage: Stage,
  lines: readonly NewLine[],
  steps: readonly PickStep[],
): Promise<Omit<ScenarioOutcome, 'name'>> {
  const { id } = stage.orders.create({ lines, storeId: stage.shop.storeId, ...QUIET });
  stage.orders.pick(id, ...steps);
  const order = stage.orders.ready(id, QUIET);
  const { known, deliveries } = await announce(stage, order);
  return { orders: [expectOrder(order, known, ['ready'])], deliveries };
}

const BASKET: readonly NewLine[] = [
  { sku: 'LECHE-ENT-1L', pieces: 3 },
  { sku: 'YERBA-1KG' },
  { sku: 'GALL-AGUA-280', pieces: 2 },
];

/** What the picker does to the lines. Source: docs/partner-api.md, "Test cases (T1–T22)". */
export const PICKING_SCENARIOS: readonly Scenario[] = [
  {
    name: 'T1',
    title: { es: 'Pedido completo', en: 'Everything picked' },
    story: {
      es: 'Se prepara todo lo pedido y queda listo. Debe sonar una vez, con todas las líneas en la bolsa.',
      en: 'Everything ordered is picked and the order is ready. It must ring once, with every line in the bag.',
    },
    run: (stage) => pickAndAnnounce(stage, BASKET, []),
  },
  {
    name: 'T2',
    title: { es: 'Menos unidades de un producto', en: 'Fewer units of one product' },
    story: {
      es: 'De 3 leches se encuentran 2. Vale la cantidad preparada, no la pedida.',
      en: 'Of 3 cartons of milk 2 are found. The picked quantity counts, not the ordered one.',
    },
    run: (stage) => pickAndAnnounce(stage, BASKET, [{ line: 'LECHE-ENT-1L', pieces: 2 }]),
  },
  {
    name: 'T3',
    title: { es: 'Un producto no está', en: 'A product is not found' },
    story: {
      es: 'No hay yerba. La línea queda como no encontrada y fuera de la suma.',
      en: 'There is no yerba. The line is marked as not found and left out of the sum.',
    },
    run: (stage) => pickAndAnnounce(stage, BASKET, [{ line: 'YERBA-1KG', action: 'not-found' }]),
  },
  {
    name: 'T4',
    title: { es: 'Productos por peso', en: 'Goods by weight' },
    story: {
      es: 'El queso pesa más y la banana menos de lo pedido. Vale lo que dijo la balanza.',
      en: 'The cheese weighs more and the bananas less than ordered. What the scale said counts.',
    },
    run: (stage) =>
      pickAndAnnounce(
        stage,
        [
          { sku: 'QUESO-COL-KG', grams: 500, instructions: 'En fetas' },
          { sku: 'BANANA-KG', pieces: 6, grams: 1000 },
        ],
        [
          { line: 'QUESO-COL-KG', grams: 535 },
          { line: 'BANANA-KG', grams: 870 },
        ],
      ),
  },
  {
    name: 'T5',
    title: { es: 'Un reemplazo', en: 'A replacement' },
    story: {
      es: 'Unas galletitas se cambian por otras: una línea sale, otra entra, y quedan unidas.',
      en: 'One kind of biscuits is exchanged for another: one line goes, one comes, and they stay tied.',
    },
    run: (stage) =>
      pickAndAnnounce(stage, BASKET, [
        { line: 'GALL-AGUA-280', action: 'replace', withSku: 'GALL-DULCE-300', pieces: 2 },
      ]),
  },
];
