import type { Customer } from './order-model.ts';
import type { Random } from './random.ts';

// Invented data: first names with a made-up initial, streets that do not exist, phones already masked.
const FIRST_NAMES = [
  'Ana',
  'Bruno',
  'Camila',
  'Diego',
  'Eloísa',
  'Fabián',
  'Graciela',
  'Hernán',
  'Inés',
  'Joaquín',
  'Karina',
  'Lucía',
  'Martín',
  'Noelia',
  'Óscar',
  'Paula',
  'Ramiro',
  'Sofía',
  'Tomás',
  'Verónica',
  'Begoña',
  'Íñigo',
] as const;
const INITIALS = ['A.', 'B.', 'D.', 'F.', 'G.', 'L.', 'M.', 'Ñ.', 'P.', 'R.', 'S.', 'V.'] as const;
const STREETS = [
  'Calle de Prueba',
  'Pasaje del Ejemplo',
  'Avenida Inventada',
  'Camino de la Maqueta',
  'Rambla Imaginaria',
] as const;
const SUBURBS = ['Barrio Norte', 'Barrio Sur', 'La Ensayada', 'Villa Muestra'] as const;

export const COMMENTS = [
  'Tocar timbre, gracias',
  'Dejar en portería',
  'Sin bolsas de plástico, por favor',
  'Si no hay, no reemplazar',
  'Llamar al llegar: el portero no anda',
] as const;

export function inventCustomer(random: Random): Customer {
  return {
    firstName: random.pick(FIRST_NAMES),
    lastName: random.pick(INITIALS),
    phone: `+59899*****${random.between(0, 9)}`,
    street: random.pick(STREETS),
    number: String(random.between(100, 4999)),
    apartment: random.chance(0.5) ? String(random.between(101, 1204)) : '',
    suburb: random.pick(SUBURBS),
  };
}
