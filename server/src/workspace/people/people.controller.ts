import { Controller, Inject, UseGuards } from '@nestjs/common'
import {
  changeSeatSchema,
  endSeatSchema,
  recordProtocolSchema,
  stanceSchema,
  type ChangeSeat,
  type EndSeat,
  type PeopleView,
  type RecordProtocol,
  type StanceGiven
} from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { IdempotencyKey } from '../../platform/idempotent.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AsksGuard } from '../asks.guard.js'
import { PeopleService } from './people.service.js'
import { ProtocolService } from './protocol.service.js'

@Controller()
@UseGuards(SessionGuard, AsksGuard)
export class PeopleController {
  constructor(
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(ProtocolService) private readonly protocols: ProtocolService
  ) {}

  @Operation('listPeople')
  list(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<PeopleView> {
    return this.people.list(id, personId)
  }

  @Operation('changeSeat')
  change(
    @IdParam() id: string,
    @ParsedBody(changeSeatSchema) body: ChangeSeat,
    @SignedIn() { personId }: Authenticated
  ): Promise<PeopleView> {
    return this.people.change(id, personId, body)
  }

  @Operation('endSeat')
  end(@IdParam() id: string, @ParsedBody(endSeatSchema) body: EndSeat, @SignedIn() { personId }: Authenticated): Promise<void> {
    return this.people.end(id, personId, body)
  }

  @Operation('recordProtocol')
  record(
    @IdParam() id: string,
    @ParsedBody(recordProtocolSchema) body: RecordProtocol,
    @SignedIn() { personId }: Authenticated,
    @IdempotencyKey() key: string | null
  ): Promise<PeopleView> {
    return this.protocols.record(id, { personId, key }, body)
  }

  @Operation('answerProtocol')
  answer(@IdParam() id: string, @ParsedBody(stanceSchema) body: StanceGiven, @SignedIn() { personId }: Authenticated): Promise<PeopleView> {
    return this.protocols.answer(id, personId, body)
  }
}
