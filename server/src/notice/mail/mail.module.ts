import { Module } from '@nestjs/common'
import type { Logger } from 'pino'
import type { Config } from '../../config/index.js'
import { CONFIG, LOGGER } from '../../platform/tokens.js'
import { Mailer } from './mailer.js'

@Module({
  providers: [
    {
      provide: Mailer,
      useFactory: ({ smtpUrl, publicUrl }: Config, logger: Logger) => new Mailer(smtpUrl, publicUrl, logger),
      inject: [CONFIG, LOGGER]
    }
  ],
  exports: [Mailer]
})
export class MailModule {}
