import { expect, it } from 'vitest';
import { copyToEdit } from '../../../renderer/formats/copy-to-edit.ts';

const copyOf = (name: string) => `${name} (copy)`;

it('makes an own one that has no id yet', () => {
  expect(copyToEdit({ id: 'h264-720p', name: '720p', builtIn: true }, copyOf)).toEqual({
    id: '',
    name: '720p (copy)',
    builtIn: false,
  });
});

it('keeps the name as short as a name may be', () => {
  const { name } = copyToEdit({ id: 'own', name: 'x'.repeat(100), builtIn: false }, copyOf);
  expect(name).toHaveLength(100);
});
