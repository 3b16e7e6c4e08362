import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/index.js'
import { EventsGateway } from './events.gateway.js'

/** How people hear of things: events on open pages. (Mail is a module of its own: whoever sends it asks for it.) */
@Module({ imports: [IdentityModule], providers: [EventsGateway] })
export class NoticeModule {}
