import { expect, test } from 'vitest';
import { CATALOGUE, findProduct } from '../../../src/simulator/orders/catalogue.ts';

test('the sample shop sells at least 40 products, by the piece and by weight', () => {
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(40);
  expect(CATALOGUE.filter((product) => product.unit === 'KG').length).toBeGreaterThanOrEqual(8);
  expect(CATALOGUE.some((product) => /[áéíóúñ]/.test(product.name))).toBe(true);
});

test('no two products share a sku or a barcode', () => {
  expect(new Set(CATALOGUE.map((product) => product.sku)).size).toBe(CATALOGUE.length);
  expect(new Set(CATALOGUE.map((product) => product.barcode)).size).toBe(CATALOGUE.length);
});

test('barcodes look like EAN-13 with a right check digit, in the range kept for use inside shops', () => {
  for (const { barcode } of CATALOGUE) {
    expect(barcode).toMatch(/^2\d{12}$/);
    const digits = barcode.split('').map(Number);
    const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
    expect(sum % 10).toBe(0);
  }
});

test('prices are whole cents above zero', () => {
  for (const product of CATALOGUE) expect(Number.isInteger(product.unitPriceCents)).toBe(true);
  expect(Math.min(...CATALOGUE.map((product) => product.unitPriceCents))).toBeGreaterThan(0);
  expect(findProduct('LECHE-ENT-1L')?.unitPriceCents).toBe(4850);
  expect(findProduct('NO-EXISTE')).toBeNull();
});
