export { myWork } from './my-work.js'
export { MyWorkModule } from './my-work.module.js'
