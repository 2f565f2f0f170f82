// What the reader chose (theme, language), kept in the browser where it allows that.

export type Choice = 'theme' | 'language';

export function storedChoice(name: Choice): string | null {
  try {
    return localStorage.getItem(`dateline.${name}`);
  } catch {
    return null; // storage is off: the choice lasts until the page is left
  }
}

export function storeChoice(name: Choice, value: string): void {
  try {
    localStorage.setItem(`dateline.${name}`, value);
  } catch {
    // storage is off: the choice lasts until the page is left
  }
}
