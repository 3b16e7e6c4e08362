export { type MyTask, myTasks } from './my-tasks.js'
export { RoadmapModule } from './roadmap.module.js'
export { TaskService } from './task.service.js'
