export { LiveDocument } from './live-document.js'
export { unsentCount, useLiveDocument } from './open-documents.js'
export { wipeLocalCopies } from './local-copy.js'
export { type LiveState, type RecoveredText, type SaveState } from './types.js'
