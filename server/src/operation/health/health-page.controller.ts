import { Controller, Inject, UseGuards } from '@nestjs/common'
import type { HealthView } from '@roundtable/shared/protocol'
import { OperatorGuard } from '../../identity/index.js'
import { Operation } from '../../platform/operation.js'
import { HealthService } from './health.service.js'

@Controller()
@UseGuards(OperatorGuard)
export class HealthPageController {
  constructor(@Inject(HealthService) private readonly health: HealthService) {}

  @Operation('getHealth')
  getHealth(): Promise<HealthView> {
    return this.health.look()
  }
}
