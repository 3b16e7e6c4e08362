import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/index.js'
import { LiveModule } from '../live/index.js'
import { MailModule } from '../notice/index.js'
import { HealthController } from './health.controller.js'
import { HealthPageController } from './health/health-page.controller.js'
import { HealthService } from './health/health.service.js'
import { SampleChoice } from './set-up/sample-choice.js'
import { SetUpController } from './set-up/set-up.controller.js'
import { SetUpTokenGuard } from './set-up/set-up.guard.js'
import { SetUpService } from './set-up/set-up.service.js'
import { SetUpStore } from './set-up/set-up.store.js'
import { TestMail } from './set-up/test-mail.js'

@Module({
  imports: [IdentityModule, LiveModule, MailModule],
  controllers: [HealthController, HealthPageController, SetUpController],
  providers: [SetUpStore, SetUpService, SetUpTokenGuard, SampleChoice, TestMail, HealthService]
})
export class OperationModule {}
