export { TemplateModule } from './template.module.js'
export { TemplateService } from './template.service.js'
export { startingTemplate, templateOf } from './template.store.js'
