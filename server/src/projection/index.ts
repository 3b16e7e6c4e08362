export { ProjectionModule } from './projection.module.js'
export { Projector } from './projector.js'
