// Where the reader is: the part of the address after #, as a path and parameters.

export interface Route {
  path: string[];
  parameters: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { path: path.split('/').filter(Boolean).map(decode), parameters: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function address(path: string[], parameters: Record<string, string | number | null> = {}): string {
  const kept = Object.entries(parameters).filter(([, value]) => value !== null) as [string, string | number][];
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return '#/' + path.map(encodeURIComponent).join('/') + (query ? `?${query}` : '');
}
