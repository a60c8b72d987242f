import { describe, expect, it } from 'vitest';
import { isBaseUrl, joinUrl, parseBaseUrl } from '../../../core/html/url.ts';

describe('a base URL', () => {
  it.each([
    ['', ''],
    ['https://example.org/', 'https://example.org'],
    ['http://[::1]:8080/a//', 'http://[::1]:8080/a'],
    ['//cdn.example.org/x', '//cdn.example.org/x'],
    ['/', '/'],
    ['//', '/'],
    ['../media/', '../media'],
  ])('%j becomes %j', (written, parsed) => {
    expect(parseBaseUrl(written)).toBe(parsed);
  });

  it.each(['https://example.org/?a=1', 'https://example.org/#top', 'ftp://example.org', 'a\\b'])(
    '%j is none',
    (written) => {
      expect(isBaseUrl(written)).toBe(false);
      expect(() => parseBaseUrl(written)).toThrow('is not allowed');
    },
  );

  it('may be the root of the site', () => {
    expect(joinUrl('/', 'media/a.mp4')).toBe('/media/a.mp4');
  });

  it('is joined with names whose every special character is escaped', () => {
    expect(joinUrl('https://example.org', 'a b/ü?#%.mp4')).toBe(
      'https://example.org/a%20b/%C3%BC%3F%23%25.mp4',
    );
  });
});
