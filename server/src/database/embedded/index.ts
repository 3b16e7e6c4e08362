export { joinEmbedded } from './join-embedded.js'
export { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './start-embedded.js'
export { type EmbeddedLog } from './log.js'
export { EmbeddedDatabaseError } from './problem.js'
