import { expect, it } from 'vitest';
import { idSchema } from '../../../core/model/scalars.ts';
import { ownId } from '../../../renderer/formats/own-id.ts';

it('makes an allowed id of any name, and another one when it is taken', () => {
  const names = ['Kiosk im Foyer', 'Ärger', '???', 'x'.repeat(300)];
  for (const name of names) expect(idSchema.safeParse(ownId(name, new Set())).success).toBe(true);
  expect(ownId('Kiosk', new Set(['own-kiosk', 'own-kiosk-2']))).toBe('own-kiosk-3');
});
