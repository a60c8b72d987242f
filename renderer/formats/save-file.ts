/** Hands a JSON file to the browser's downloads. */
export function saveFile(name: string, content: unknown): void {
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the download has begun once the click is over; a moment more does no harm
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
