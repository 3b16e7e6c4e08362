import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Intents } from '../../ability/index.js'
import type { Config } from '../../config/index.js'
import { IdentityModule, PersonService, Throttle } from '../../identity/index.js'
import { MailModule, Mailer } from '../../notice/index.js'
import { Changes } from '../../platform/changes.js'
import { Creations } from '../../platform/idempotent.js'
import { CONFIG } from '../../platform/tokens.js'
import { InvitationController } from './invitation.controller.js'
import { InvitationService } from './invitation.service.js'
import { JoiningService } from './joining.service.js'
import { PeopleCleaning } from './people-cleaning.js'
import { PeopleController } from './people.controller.js'
import { PeopleService } from './people.service.js'
import { ProtocolService } from './protocol.service.js'

/** Who is in a workspace, and how they come and go. */
@Module({
  imports: [IdentityModule, MailModule],
  controllers: [PeopleController, InvitationController],
  providers: [
    PeopleCleaning,
    {
      provide: PeopleService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes) => new PeopleService(source, intents, changes),
      inject: [DataSource, Intents, Changes]
    },
    {
      provide: ProtocolService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes, creations: Creations) =>
        new ProtocolService(source, intents, changes, creations),
      inject: [DataSource, Intents, Changes, Creations]
    },
    {
      provide: InvitationService,
      useFactory: (
        source: DataSource,
        intents: Intents,
        changes: Changes,
        creations: Creations,
        mailer: Mailer,
        { sessionSecret }: Config
      ) => new InvitationService(source, intents, changes, creations, mailer, sessionSecret),
      inject: [DataSource, Intents, Changes, Creations, Mailer, CONFIG]
    },
    {
      provide: JoiningService,
      useFactory: (source: DataSource, people: PersonService, throttle: Throttle, changes: Changes, { sessionSecret }: Config) =>
        new JoiningService(source, people, throttle, changes, sessionSecret),
      inject: [DataSource, PersonService, Throttle, Changes, CONFIG]
    }
  ]
})
export class PeopleModule {}
