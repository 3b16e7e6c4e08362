/**
 * A small choice kept on this device (language, theme). Storage may be refused by the browser;
 * then the choice lasts as long as the page, which is all that can be promised.
 */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(`roundtable.${key}`)
  } catch (error) {
    console.info('This browser keeps no settings', error)
    return null
  }
}

export function writeStored(key: string, value: string): void {
  try {
    window.localStorage.setItem(`roundtable.${key}`, value)
  } catch (error) {
    console.info('This browser keeps no settings', error)
  }
}
