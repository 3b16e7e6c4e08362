import { TextDecoder, TextEncoder } from 'node:util'

// What every browser has and jsdom leaves out; the router asks for it when it is loaded; ids of these pages need no escaping. Imported before anything of a page.
Object.assign(globalThis, { TextDecoder, TextEncoder, CSS: { escape: (text: string) => text }, scrollTo: () => undefined })
Element.prototype.scrollIntoView = () => undefined
