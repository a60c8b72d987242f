import { expect, it } from 'vitest';
import { createLibraryView } from '../../../renderer/state/library-view.ts';
import { HOME } from '../../../renderer/state/route.ts';

const TOP = { place: 90, hidden: 0.25 };

function leftFarDown() {
  const library = createLibraryView();
  library.getState().enter({ ...HOME, shelf: 'video' });
  library.getState().selectOnly('a', 91);
  library.getState().leave(TOP);
  return library;
}

it('keeps place and selection of the list that is come back to', () => {
  const library = leftFarDown();
  library.getState().enter({ ...HOME, shelf: 'video' });
  const { cursor, anchor, top, selected } = library.getState();
  expect({ cursor, anchor, top }).toEqual({ cursor: 91, anchor: 91, top: TOP });
  expect(selected).toEqual(new Set(['a']));
});

it('forgets the place, not the selection, in another list, order or filter', () => {
  const others = [
    (library: ReturnType<typeof leftFarDown>) => library.getState().enter(HOME),
    (library: ReturnType<typeof leftFarDown>) => library.getState().setSort('title', 'ascending'),
    (library: ReturnType<typeof leftFarDown>) => library.getState().setStatus('failed'),
    (library: ReturnType<typeof leftFarDown>) => library.getState().setText('tide'),
  ];
  for (const change of others) {
    const library = leftFarDown();
    change(library);
    const { cursor, anchor, top, selected } = library.getState();
    expect({ cursor, anchor, top }).toEqual({ cursor: null, anchor: null, top: null });
    expect(selected).toEqual(new Set(['a']));
  }
});
