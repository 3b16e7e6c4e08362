/**
 * Puts words on the clipboard; false when the browser refuses. Where the page is not a secure context (a room's own
 * network over plain http) the newer clipboard does not exist, and the older command does the same.
 */
export async function copyText(words: string): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(words).then(
      () => true,
      () => copyBySelection(words)
    )
  }
  return copyBySelection(words)
}

function copyBySelection(words: string): boolean {
  const area = document.createElement('textarea')
  area.value = words
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

/** Saves words as a text file. A byte-order mark tells older programs that it is UTF-8. */
export function downloadText(name: string, words: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', words], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
