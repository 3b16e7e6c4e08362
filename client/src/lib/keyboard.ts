/** On Apple's keyboards the command key does what Control does elsewhere. */
export function isMacKeyboard(): boolean {
  return /Mac|iP(?:hone|ad|od)/.test(navigator.platform)
}
