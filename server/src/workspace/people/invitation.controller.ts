import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common'
import {
  acceptInvitationSchema,
  createInvitationSchema,
  invitationSecretSchema,
  type AcceptInvitation,
  type Accepted,
  type CreateInvitation,
  type InvitationList,
  type InvitationMade,
  type InvitationPreview
} from '@roundtable/shared/protocol'
import type { Request, Response } from 'express'
import type { Config } from '../../config/index.js'
import { type Authenticated, Entrance, SessionGuard, SessionService, SignedIn } from '../../identity/index.js'
import { IdempotencyKey } from '../../platform/idempotent.js'
import { meansThisMachine } from '../../platform/local-host.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { CONFIG } from '../../platform/tokens.js'
import { AsksGuard } from '../asks.guard.js'
import { InvitationService } from './invitation.service.js'
import { JoiningService } from './joining.service.js'

@Controller()
export class InvitationController {
  constructor(
    @Inject(InvitationService) private readonly invitations: InvitationService,
    @Inject(JoiningService) private readonly joining: JoiningService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(Entrance) private readonly entrance: Entrance,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  @Operation('createInvitation')
  @UseGuards(SessionGuard, AsksGuard)
  create(
    @IdParam() id: string,
    @ParsedBody(createInvitationSchema) body: CreateInvitation,
    @SignedIn() { personId }: Authenticated,
    @IdempotencyKey() key: string | null,
    @Req() request: Request
  ): Promise<InvitationMade> {
    return this.invitations.create(id, { personId, key, origin: this.#originOf(request) }, body)
  }

  @Operation('listInvitations')
  @UseGuards(SessionGuard, AsksGuard)
  async list(@IdParam() id: string, @SignedIn() { personId }: Authenticated, @Req() request: Request): Promise<InvitationList> {
    const sendsMail = this.invitations.sendsMail(this.#originOf(request))
    return { items: await this.invitations.list(id, personId), sendsMail }
  }

  @Operation('revokeInvitation')
  @UseGuards(SessionGuard, AsksGuard)
  revoke(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<void> {
    return this.invitations.revoke(id, personId)
  }

  @Operation('previewInvitation')
  async preview(@ParsedBody(invitationSecretSchema) { secret }: { secret: string }, @Req() request: Request): Promise<InvitationPreview> {
    const person = await this.sessions.authenticate(request.headers.cookie)
    return this.joining.preview(secret, { address: request.ip, personId: person?.personId ?? null })
  }

  @Operation('acceptInvitation')
  async accept(
    @ParsedBody(acceptInvitationSchema) body: AcceptInvitation,
    @IdempotencyKey() key: string | null,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<Accepted> {
    const person = await this.sessions.authenticate(request.headers.cookie)
    const { personId, workspaceId, newPhrase } = await this.joining.accept(body, key, {
      address: request.ip,
      personId: person?.personId ?? null
    })
    const me = person ? await this.entrance.describe(person) : await this.entrance.enter(personId, request, response)
    return { ...me, workspaceId, handle: me.person.handle, newPhrase }
  }

  /**
   * Links lead where people open Roundtable: `PUBLIC_URL`, else this machine by a name that can mean no other. Under any other
   * name a link is told without its beginning, which the page knows, and none is sent by mail: nobody's Host header goes there.
   */
  #originOf({ headers: { host = '' } }: Request): string | null {
    return this.config.publicUrl ?? (meansThisMachine(host) ? `http://${host}` : null)
  }
}
