/** The same address with some of its query changed; '' takes a parameter out. What named the place of arrival is spent. */
export function hrefWith(url: URL, change: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(url.search);
  query.delete('at');
  for (const [key, value] of Object.entries(change)) {
    if (value === '') query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}
