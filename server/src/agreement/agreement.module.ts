import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { AccessService } from '../ability/index.js'
import { IdentityModule } from '../identity/index.js'
import { ProjectionModule, Projector } from '../projection/index.js'
import { AgreementController } from './agreement.controller.js'
import { AgreementService } from './agreement.service.js'

@Module({
  imports: [IdentityModule, ProjectionModule],
  controllers: [AgreementController],
  providers: [
    {
      provide: AgreementService,
      useFactory: (source: DataSource, access: AccessService, projector: Projector) => new AgreementService(source, access, projector),
      inject: [DataSource, AccessService, Projector]
    }
  ]
})
export class AgreementModule {}
