/** 0.996 is not yet all: never 100 % before the end. */
export function writePercent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}

export function writeSize(width: number | null, height: number | null): string {
  return width === null || height === null ? '' : `${width} × ${height}`;
}

/** "1 media", "3 files" */
export function count(amount: number, singular: string, plural: string): string {
  return `${amount} ${amount === 1 ? singular : plural}`;
}

/** "2026-11-24 23:05", local time. */
export function writeTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
