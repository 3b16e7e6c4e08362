import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { AccessService } from '../ability/index.js'
import { IdentityModule } from '../identity/index.js'
import { Askers } from '../platform/askers.js'
import type { Clock } from '../platform/clock.js'
import { CLOCK } from '../platform/tokens.js'
import { FindController } from './find.controller.js'
import { FindService } from './find.service.js'
import { FindStore } from './find.store.js'

@Module({
  imports: [IdentityModule],
  controllers: [FindController],
  providers: [
    {
      provide: FindService,
      useFactory: (source: DataSource, access: AccessService, clock: Clock) =>
        new FindService(new FindStore(source), access, new Askers(clock)),
      inject: [DataSource, AccessService, CLOCK]
    }
  ]
})
export class FindModule {}
