export { blocked } from './blocked.js'
export { LiveDocument } from './live-document.js'
export { useLiveDocument } from './open-documents.js'
export { type LiveState, type RecoveredText, type SaveState } from './types.js'
