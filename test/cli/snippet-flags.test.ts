import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addSnippetFlags, readSnippetFlags } from '../../cli/snippet-flags.ts';

function optionsOf(...flags: readonly string[]) {
  const command = addSnippetFlags(new Command());
  command.parse(flags, { from: 'user' });
  return readSnippetFlags(command.opts());
}

describe('the flags of a snippet', () => {
  it('leave every default to the engine', () => {
    expect(optionsOf()).toEqual({});
  });

  it('switch off what is on by itself', () => {
    expect(optionsOf('--no-poster', '--no-cross-origin', '--no-media-queries')).toEqual({
      poster: false,
      crossOrigin: false,
      mediaQueries: false,
    });
  });
});
