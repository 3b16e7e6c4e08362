import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { IdentityModule } from '../identity/index.js'
import { Askers } from '../platform/askers.js'
import type { Clock } from '../platform/clock.js'
import { CLOCK } from '../platform/tokens.js'
import { MyWorkController } from './my-work.controller.js'
import { MyWorkService } from './my-work.service.js'

/** What waits for a person, wherever they sit: read through the doors of what asks it. */
@Module({
  imports: [IdentityModule],
  controllers: [MyWorkController],
  providers: [
    {
      provide: MyWorkService,
      useFactory: (source: DataSource, clock: Clock) => new MyWorkService(source, new Askers(clock)),
      inject: [DataSource, CLOCK]
    }
  ]
})
export class MyWorkModule {}
