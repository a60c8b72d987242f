// Runs before the first paint: the page begins in the theme it had last (`state/last-look.ts`), so that nothing flashes.
try {
  const { theme } = JSON.parse(localStorage.getItem('avlogue-look') ?? '{}');
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset.mantineColorScheme = theme;
  if (theme === 'high-contrast') dataset.contrast = 'high';
} catch {
  // as the system has it, then
}
