export { myWorkQuery, useWaitingCount } from './my-work.js'
export { addressOf } from './place.js'
export { keyOf, waitingWords } from './words.js'
