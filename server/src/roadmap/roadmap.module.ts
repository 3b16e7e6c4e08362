import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Intents } from '../ability/index.js'
import { IdentityModule } from '../identity/index.js'
import { Changes } from '../platform/changes.js'
import { Creations } from '../platform/idempotent.js'
import { ProjectionModule, Projector } from '../projection/index.js'
import { TaskController } from './task.controller.js'
import { TaskService } from './task.service.js'

/** What only some may state of a roadmap's tasks. */
@Module({
  imports: [IdentityModule, ProjectionModule],
  controllers: [TaskController],
  providers: [
    {
      provide: TaskService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes, creations: Creations, projector: Projector) =>
        new TaskService(source, intents, changes, creations, projector),
      inject: [DataSource, Intents, Changes, Creations, Projector]
    }
  ]
})
export class RoadmapModule {}
