import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common'
import {
  newPhraseSchema,
  recoverSchema,
  sampleSignInSchema,
  signInSchema,
  type Recover,
  type SamplePerson,
  type SessionView,
  type SignIn,
  type WhoAmI
} from '@roundtable/shared/protocol'
import type { Request, Response } from 'express'
import { Operation } from '../platform/operation.js'
import { IdParam, ParsedBody } from '../platform/parsed.js'
import { Entrance } from './entrance.js'
import { SampleGuard } from './sample.guard.js'
import { SessionGuard, SignedIn } from './session.guard.js'
import { SessionService } from './session.service.js'
import type { Authenticated } from './session.store.js'
import { SignInService } from './sign-in.service.js'

@Controller()
export class IdentityController {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(Entrance) private readonly entrance: Entrance
  ) {}

  @Operation('signIn')
  async signIn(
    @ParsedBody(signInSchema) body: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI> {
    return this.entrance.enter(await this.signIns.byPassword(body, request.ip), request, response)
  }

  @Operation('signInSample')
  @UseGuards(SampleGuard)
  async signInSample(
    @ParsedBody(sampleSignInSchema) body: { person: SamplePerson },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI> {
    return this.entrance.enter(await this.signIns.asSample(body.person), request, response)
  }

  @Operation('recover')
  async recover(
    @ParsedBody(recoverSchema) body: Recover,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI & { newPhrase: string }> {
    const { personId, newPhrase } = await this.signIns.byPhrase(body, request.ip)
    return { ...(await this.entrance.enter(personId, request, response)), newPhrase }
  }

  @Operation('renewPhrase')
  @UseGuards(SessionGuard)
  async renewPhrase(
    @ParsedBody(newPhraseSchema) { password }: { password: string },
    @SignedIn() person: Authenticated
  ): Promise<{ newPhrase: string }> {
    return { newPhrase: await this.signIns.renewPhrase(person, password) }
  }

  @Operation('whoAmI')
  @UseGuards(SessionGuard)
  whoAmI(@SignedIn() person: Authenticated): Promise<WhoAmI> {
    return this.entrance.describe(person)
  }

  @Operation('signOut')
  @UseGuards(SessionGuard)
  async signOut(@SignedIn() { sessionId, personId }: Authenticated, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(sessionId, personId)
    this.entrance.forget(response)
  }

  @Operation('listSessions')
  @UseGuards(SessionGuard)
  async listSessions(@SignedIn() person: Authenticated): Promise<{ items: SessionView[] }> {
    return { items: await this.sessions.list(person) }
  }

  @Operation('revokeSession')
  @UseGuards(SessionGuard)
  async revokeSession(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<void> {
    await this.sessions.end(id, personId)
  }
}
