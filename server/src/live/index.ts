export { DocumentService, type NewDocument } from './document.service.js'
export { LiveModule } from './live.module.js'
export { LiveServer } from './live.server.js'
