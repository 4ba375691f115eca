import { assertNever } from '../../shared/result.ts';
import { findProduct } from './catalogue.ts';
import { SimulatorError } from '../simulator-error.ts';
import type { Amount, SimLine } from './order-model.ts';
import type { Product } from './catalogue.ts';

/** What a picker does to one line. `line` is its id, its SKU, or its index from 0. */
export type PickStep =
  | {
      readonly line: string | number;
      readonly action?: 'in-cart';
      /** Pieces picked, when fewer or more than ordered. */
      readonly pieces?: number;
      /** The measured weight, for KG. */
      readonly grams?: number;
    }
  | { readonly line: string | number; readonly action: 'not-found' }
  | {
      readonly line: string | number;
      readonly action: 'replace';
      readonly withSku: string;
      readonly pieces?: number;
      readonly grams?: number;
    };

/** Returns the lines after one step; throws when the line or the product does not exist. */
export function applyPick(
  lines: readonly SimLine[],
  step: PickStep,
  newLineId: () => string,
): readonly SimLine[] {
  const line = findLine(lines, step.line);
  // A repeated step starts from the line as it was ordered and drops an earlier replacement.
  const others = lines.filter((other) => other.replaces !== line.id);
  switch (step.action) {
    case 'not-found':
      return swap(others, { ...line, status: 'NOT_FOUND', picked: null });
    case 'replace': {
      const product = findProduct(step.withSku);
      if (product === null) throw new SimulatorError('invalid', `No hay producto ${step.withSku}`);
      const addition: SimLine = {
        id: newLineId(),
        product,
        instructions: '',
        status: 'ADDITION',
        replaces: line.id,
        ordered: null,
        picked: amountOf(product, step, { pieces: 1, grams: product.unit === 'KG' ? 500 : 0 }),
        discountCents: 0,
      };
      const replaced: SimLine = { ...line, status: 'REPLACED', picked: null };
      return swap(others, replaced).flatMap((other) => (other.id === line.id ? [other, addition] : [other]));
    }
    case 'in-cart':
    case undefined:
      return swap(others, {
        ...line,
        status: line.status === 'ADDITION' ? 'ADDITION' : 'IN_CART',
        picked: amountOf(line.product, step, line.ordered ?? { pieces: 1, grams: 0 }),
      });
    default:
      return assertNever(step);
  }
}

/** Marks every untouched line as in the cart. */
export function pickRest(lines: readonly SimLine[]): readonly SimLine[] {
  return lines.map((line) =>
    line.status === 'NOT_PROCESSED' ? { ...line, status: 'IN_CART', picked: line.ordered } : line,
  );
}

function findLine(lines: readonly SimLine[], wanted: string | number): SimLine {
  const found =
    typeof wanted === 'number'
      ? lines[wanted]
      : (lines.find((line) => line.id === wanted) ?? lines.find((line) => line.product.sku === wanted));
  if (found === undefined) throw new SimulatorError('invalid', `El pedido no tiene la línea ${wanted}`);
  return found;
}

function swap(lines: readonly SimLine[], changed: SimLine): readonly SimLine[] {
  return lines.map((line) => (line.id === changed.id ? changed : line));
}

function amountOf(
  product: Product,
  given: { readonly pieces?: number; readonly grams?: number },
  usual: Amount,
): Amount {
  const pieces = given.pieces ?? usual.pieces;
  const grams = product.unit === 'KG' ? (given.grams ?? usual.grams) : 0;
  if (!Number.isInteger(pieces) || pieces < 1 || pieces > 999) {
    throw new SimulatorError('invalid', 'Las piezas van de 1 a 999');
  }
  if (product.unit === 'KG' && (!Number.isInteger(grams) || grams < 1 || grams > 100_000)) {
    throw new SimulatorError('invalid', 'El peso va de 1 g a 100 kg');
  }
  return { pieces, grams };
}
