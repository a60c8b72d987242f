import { expect, it, vi } from 'vitest';
import { createUndo } from '../../../renderer/state/undo.ts';

it('takes the last thing back, once, and then the one before', () => {
  const undo = createUndo();
  const [first, second] = [vi.fn(), vi.fn()];
  undo.getState().offer(first);
  undo.getState().offer(second);
  expect(undo.getState().run()).toBe(true);
  expect(second).toHaveBeenCalledOnce();
  expect(first).not.toHaveBeenCalled();
  expect(undo.getState().run()).toBe(true);
  expect(undo.getState().run()).toBe(false);
  expect(second).toHaveBeenCalledOnce();
  expect(first).toHaveBeenCalledOnce();
});

it('takes an earlier thing back from its own toast and leaves the last one offered', () => {
  const undo = createUndo();
  const [first, second] = [vi.fn(), vi.fn()];
  undo.getState().offer(first);
  undo.getState().offer(second);
  undo.getState().run(first);
  expect(first).toHaveBeenCalledOnce();
  expect(undo.getState().offers).toEqual([second]);
});

it('forgets what was taken back from its toast', () => {
  const undo = createUndo();
  const take = vi.fn();
  undo.getState().offer(take);
  undo.getState().run(take);
  expect(undo.getState().run()).toBe(false);
  expect(take).toHaveBeenCalledOnce();
});
