export { type FilingAt, FilingReader } from './filing-reader.js'
export { ProjectionModule } from './projection.module.js'
export { Projector } from './projector.js'
