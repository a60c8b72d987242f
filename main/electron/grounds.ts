/** What lies behind the page until it has painted: `--surface` in renderer/app/tokens.css; a test compares them. */
export const GROUNDS = { light: '#ffffff', dark: '#1c1e22', black: '#000000' } as const;
