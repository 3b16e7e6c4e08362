import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { AccessService, Intents } from '../ability/index.js'
import { IdentityModule } from '../identity/index.js'
import { LIVE_STORE, LiveModule, LiveServer, type LiveStore } from '../live/index.js'
import { Changes } from '../platform/changes.js'
import { WorkerHand } from '../platform/worker-hand.js'
import { TemplateController } from './template.controller.js'
import { TemplateService } from './template.service.js'
import type { Missing, MissingRequest } from './worker.js'

/** Always the built file: tests run this module from source, and a worker cannot. */
const BUILT_WORKER = new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/template\.module\.\w+$/, 'worker.js'))
const READ_MS = 8000

@Module({
  imports: [IdentityModule, LiveModule],
  controllers: [TemplateController],
  providers: [
    {
      provide: TemplateService,
      useFactory: (source: DataSource, access: AccessService, intents: Intents, live: LiveServer, store: LiveStore, changes: Changes) =>
        new TemplateService(source, access, intents, live, store, new WorkerHand<MissingRequest, Missing>(BUILT_WORKER, READ_MS), changes),
      inject: [DataSource, AccessService, Intents, LiveServer, LIVE_STORE, Changes]
    }
  ],
  exports: [TemplateService]
})
export class TemplateModule implements OnApplicationShutdown {
  constructor(@Inject(TemplateService) private readonly templates: TemplateService) {}

  onApplicationShutdown(): Promise<void> {
    return this.templates.close()
  }
}
