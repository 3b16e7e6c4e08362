export { progressOf } from './progress.js'
export { ProjectionModule } from './projection.module.js'
export { Projector } from './projector.js'
