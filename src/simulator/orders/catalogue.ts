/** Something the sample shop sells. */
export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly barcode: string;
  readonly unit: 'UNIT' | 'KG';
  /** Cents for one piece, or for one kilogram. */
  readonly unitPriceCents: number;
  readonly vatPercent: number;
  readonly section: string;
};

type Row = readonly [sku: string, name: string, price: number, vatPercent: number, unit?: 'KG'];

const SECTIONS: Readonly<Record<string, readonly Row[]>> = {
  Almacén: [
    ['YERBA-1KG', 'Yerba mate compuesta 1 kg', 259, 10],
    ['ARROZ-1KG', 'Arroz blanco largo fino 1 kg', 72, 10],
    ['FIDEOS-500', 'Fideos moñitas 500 g', 58, 10],
    ['HARINA-1KG', 'Harina de trigo 0000 1 kg', 54, 10],
    ['AZUCAR-1KG', 'Azúcar blanca 1 kg', 63, 10],
    ['ACEITE-900', 'Aceite de girasol 900 ml', 129, 10],
    ['SAL-FINA-500', 'Sal fina 500 g', 39, 10],
    ['POLENTA-450', 'Polenta instantánea 450 g', 61, 22],
    ['LENTEJAS-500', 'Lentejas 500 g', 98, 22],
    ['PULPA-TOM-520', 'Pulpa de tomate 520 g', 67, 22],
    ['ATUN-170', 'Atún desmenuzado al agua 170 g', 94, 22],
    ['MAYONESA-500', 'Mayonesa 500 g', 149, 22],
    ['DULCE-LECHE-500', 'Dulce de leche 500 g', 169, 22],
    ['MERMELADA-DUR', 'Mermelada de durazno 450 g', 138, 22],
    ['GALL-AGUA-280', 'Galletitas al agua 280 g', 69, 22],
    ['GALL-DULCE-300', 'Galletitas dulces con chispas 300 g', 95, 22],
    ['CAFE-MOL-250', 'Café molido 250 g', 289, 22],
    ['TE-25', 'Té negro en saquitos × 25', 62, 22],
  ],
  Lácteos: [
    ['LECHE-ENT-1L', 'Leche entera 1 L', 48.5, 10],
    ['LECHE-DES-1L', 'Leche descremada 1 L', 52, 10],
    ['YOGUR-FRUT-1L', 'Yogur bebible de frutilla 1 L', 118, 22],
    ['MANTECA-200', 'Manteca 200 g', 139, 22],
    ['CREMA-200', 'Crema de leche 200 ml', 96, 22],
    ['HUEVOS-12', 'Huevos colorados × 12', 175, 10],
    ['RICOTTA-500', 'Ricotta 500 g', 189, 22],
  ],
  'Quesos y fiambres': [
    ['QUESO-COL-KG', 'Queso Colonia al corte', 420, 22, 'KG'],
    ['QUESO-MUZ-KG', 'Muzzarella al corte', 398, 22, 'KG'],
    ['JAMON-COC-KG', 'Jamón cocido en fetas', 465, 22, 'KG'],
    ['SALAME-KG', 'Salame colonial', 590, 22, 'KG'],
  ],
  'Frutas y verduras': [
    ['BANANA-KG', 'Banana', 79, 10, 'KG'],
    ['MANZANA-KG', 'Manzana roja', 109, 10, 'KG'],
    ['NARANJA-KG', 'Naranja de jugo', 59, 10, 'KG'],
    ['LIMON-KG', 'Limón', 99, 10, 'KG'],
    ['TOMATE-KG', 'Tomate perita', 129, 10, 'KG'],
    ['PAPA-KG', 'Papa blanca', 65, 10, 'KG'],
    ['CEBOLLA-KG', 'Cebolla', 58, 10, 'KG'],
    ['ZANAHORIA-KG', 'Zanahoria', 62, 10, 'KG'],
    ['BONIATO-KG', 'Boniato criollo', 69, 10, 'KG'],
    ['LECHUGA-U', 'Lechuga crespa, planta', 55, 10],
    ['PALTA-U', 'Palta, unidad', 68, 10],
  ],
  Panadería: [
    ['PAN-FLAUTA', 'Pan flauta', 38, 10],
    ['PAN-LACTAL-600', 'Pan lactal 600 g', 145, 22],
    ['BIZCOCHOS-KG', 'Bizcochos surtidos', 310, 22, 'KG'],
    ['ALFAJOR-MAI', 'Alfajor de maicena', 45, 22],
  ],
  Bebidas: [
    ['AGUA-MIN-225', 'Agua mineral sin gas 2,25 L', 74, 22],
    ['REFR-COLA-225', 'Refresco cola 2,25 L', 165, 22],
    ['REFR-POM-15', 'Refresco de pomelo 1,5 L', 128, 22],
    ['JUGO-NAR-1L', 'Jugo de naranja 1 L', 99, 22],
    ['CERVEZA-1L', 'Cerveza rubia 1 L', 139, 22],
    ['VINO-TAN-750', 'Vino tannat 750 ml', 320, 22],
  ],
  'Limpieza y cuidado': [
    ['DETERG-750', 'Detergente limón 750 ml', 112, 22],
    ['JABON-ROPA-800', 'Jabón en polvo para ropa 800 g', 179, 22],
    ['HIPOCL-1L', 'Hipoclorito 1 L', 59, 22],
    ['PAPEL-HIG-4', 'Papel higiénico doble hoja × 4', 129, 22],
    ['SHAMPOO-350', 'Champú de manzanilla 350 ml', 215, 22],
    ['PASTA-DENT-90', 'Pasta de dientes 90 g', 132, 22],
  ],
  Mascotas: [['RACION-GATO-1', 'Ración para gatos «Ñandú» 1 kg', 245, 22]],
};

/** EAN-13 of the range kept for use inside shops (it begins with 2): no real product has it. */
function inventedBarcode(index: number): string {
  const body = `2000${String(10_000 + index * 37).padStart(8, '0')}`;
  let sum = 0;
  for (const [position, digit] of body.split('').entries())
    sum += Number(digit) * (position % 2 === 0 ? 1 : 3);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** An ordinary grocery shop in Uruguay; prices in pesos, brands left out. */
export const CATALOGUE: readonly Product[] = Object.entries(SECTIONS)
  .flatMap(([section, rows]) => rows.map((row) => ({ section, row })))
  .map(({ section, row: [sku, name, price, vatPercent, unit] }, index) => ({
    sku,
    name,
    barcode: inventedBarcode(index),
    unit: unit ?? 'UNIT',
    unitPriceCents: Math.round(price * 100),
    vatPercent,
    section,
  }));

const BY_SKU: ReadonlyMap<string, Product> = new Map(CATALOGUE.map((product) => [product.sku, product]));

export function findProduct(sku: string): Product | null {
  return BY_SKU.get(sku) ?? null;
}
