export { TemplateModule } from './template.module.js'
export { TemplateService } from './template.service.js'
export { startingTemplate } from './template.store.js'
