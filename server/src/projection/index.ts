export { type FilingAt, FilingReader } from './filing-reader.js'
export { type PassagesAt, PassagesReader } from './passages-reader.js'
export { ProjectionModule } from './projection.module.js'
export { Projector } from './projector.js'
