import { expect, it } from 'vitest';
import { createLibraryView } from '../../../renderer/state/library-view.ts';
import { HOME } from '../../../renderer/state/route.ts';

const TOP = { place: 90, hidden: 0.25 };

function leftFarDown() {
  const library = createLibraryView();
  library.getState().enter({ ...HOME, shelf: 'video' });
  library.getState().selectOnly({ id: 'a', place: 91 });
  library.getState().leave(TOP);
  return library;
}

it('keeps place and selection of the list that is come back to', () => {
  const library = leftFarDown();
  library.getState().enter({ ...HOME, shelf: 'video' });
  const { cursor, anchor, top, selected } = library.getState();
  expect({ cursor, anchor, top }).toEqual({
    cursor: { id: 'a', place: 91 },
    anchor: { id: 'a', place: 91 },
    top: TOP,
  });
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

it('selects what was asked for unless something else was wished for meanwhile', () => {
  const library = leftFarDown();
  const { wishFor, selectAll } = library.getState();
  const [first, second] = [wishFor({ id: 'c', place: 93 }), wishFor({ id: 'd', place: 94 })];
  selectAll(['a', 'b', 'c'], first);
  expect(library.getState().selected).toEqual(new Set(['a']));
  selectAll(['a', 'b', 'c', 'd'], second);
  expect(library.getState().selected).toEqual(new Set(['a', 'b', 'c', 'd']));
  expect(library.getState().cursor).toEqual({ id: 'd', place: 94 });
});

it('leaves alone what is selected since', () => {
  const since = [
    (library: ReturnType<typeof leftFarDown>) => library.getState().clearSelection(),
    (library: ReturnType<typeof leftFarDown>) =>
      library.getState().selectOnly({ id: 'x', place: 2 }),
    (library: ReturnType<typeof leftFarDown>) => library.getState().toggle({ id: 'x', place: 2 }),
    (library: ReturnType<typeof leftFarDown>) => library.getState().deselect(['a']),
    (library: ReturnType<typeof leftFarDown>) => library.getState().setText('tide'),
    (library: ReturnType<typeof leftFarDown>) => library.getState().enter(HOME),
  ];
  for (const act of since) {
    const library = leftFarDown();
    const wish = library.getState().wishFor(null);
    act(library);
    const { selected } = library.getState();
    library.getState().selectAll(['a', 'b', 'c'], wish);
    expect(library.getState().selected).toBe(selected);
  }
});
