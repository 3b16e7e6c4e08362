export { myWorkQuery, useWaitingCount } from './my-work.js'
