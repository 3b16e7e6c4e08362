import type { Unsaved } from './unsaved.js'

const NOTE: Unsaved = { documentId: 'd1', title: 'Our water', unsent: 2 }
const onDevice = (copyKey: string, note: object) => window.localStorage.setItem(`roundtable.unsaved.${copyKey}`, JSON.stringify(note))

/** As a page that begins now has it. */
async function newPage() {
  jest.resetModules()
  const unsaved = await import('./unsaved.js')
  const stop = unsaved.subscribeToUnsaved(() => undefined)
  return { ...unsaved, stop, named: () => unsaved.unsavedElsewhere().map(({ documentId }) => documentId) }
}

describe('what of documents is not saved', () => {
  beforeEach(() => window.localStorage.clear())

  it('[SAVE-25] a note of what was on its way when its page ended is told by the next page, until it is settled', async () => {
    onDevice('s1/d1/1', { ...NOTE, isFresh: true })
    const page = await newPage()
    expect(page.named()).toEqual(['d1'])
    window.localStorage.clear()
    window.dispatchEvent(new Event('storage'))
    expect(page.named()).toEqual([])
    onDevice('s1/d1/1', { ...NOTE, isFresh: true })
    window.dispatchEvent(new Event('storage'))
    expect(page.named()).toEqual([])
    page.stop()
  })

  it('[SAVE-25] what this page or another is just sending is told to nobody; what waits is', async () => {
    const page = await newPage()
    page.noteUnsaved('s1/d1/1', { ...NOTE, isFresh: true }, true)
    onDevice('s2/d2/1', { ...NOTE, documentId: 'd2', isFresh: true })
    window.dispatchEvent(new Event('storage'))
    expect(page.named()).toEqual([])
    page.noteUnsaved('s1/d1/1', NOTE, true)
    expect(page.named()).toEqual(['d1'])
    page.stop()
  })

  it('[ID-80] what its writer gives up is struck from the device, also where another tab noted it after this one had sent all', async () => {
    const page = await newPage()
    page.forgetUnsaved('s1/d1/1')
    onDevice('s1/d1/1', NOTE)
    page.forgetUnsavedOf(() => true)
    expect(window.localStorage).toHaveLength(0)
    page.stop()
  })
})
