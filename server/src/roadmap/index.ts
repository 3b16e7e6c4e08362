export { RoadmapModule } from './roadmap.module.js'
export { TaskService } from './task.service.js'
