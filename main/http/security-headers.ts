/** The application's own page: nothing from elsewhere, no inline script. */
export const PAGE_POLICY = buildPolicy({
  'script-src': "'self'",
  // Mantine writes its theme and each component's position into style elements and attributes
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob:",
  'connect-src': "'self'",
  'font-src': "'self'",
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  // a preview of embed code names our own address as its base
  'base-uri': "'self'",
});

/** Pages that AVlogue writes itself: text and style, no script. */
export const PLAIN_PAGE_POLICY = buildPolicy({ 'style-src': "'unsafe-inline'" });

/** A media file opened in a tab: the browser's own player needs the file itself and its style. */
export const FILE_POLICY = buildPolicy({
  'img-src': "'self'",
  'media-src': "'self'",
  'style-src': "'unsafe-inline'",
});

/** Answers for programs show nothing. */
export const DATA_POLICY = buildPolicy({});

/** With every answer; `cache-control` is loosened only where a file may be kept. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': DATA_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
};

function buildPolicy(directives: Readonly<Record<string, string>>): string {
  const all = {
    'default-src': "'none'",
    'base-uri': "'none'",
    ...directives,
    'form-action': "'none'",
    'frame-ancestors': "'self'",
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
