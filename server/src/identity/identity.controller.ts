import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common'
import {
  recoverSchema,
  sampleSignInSchema,
  signInSchema,
  type Recover,
  type SamplePerson,
  type SessionView,
  type SignIn,
  type WhoAmI
} from '@roundtable/shared/protocol'
import { type CookieOptions, type Request, type Response } from 'express'
import { SEAT_DIRECTORY, type SeatDirectory } from '../ability/index.js'
import { type Config } from '../config/index.js'
import { Operation } from '../platform/operation.js'
import { IdParam, ParsedBody } from '../platform/parsed.js'
import { CONFIG } from '../platform/tokens.js'
import { deviceOf } from './domain/device.js'
import { SESSION_COOKIE } from './domain/session-cookie.js'
import { SampleGuard } from './sample.guard.js'
import { SessionGuard, SignedIn } from './session.guard.js'
import { SessionService } from './session.service.js'
import { type Authenticated } from './session.store.js'
import { SignInService } from './sign-in.service.js'

const COOKIE_DAYS = 90

@Controller()
export class IdentityController {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SEAT_DIRECTORY) private readonly seats: SeatDirectory,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  @Operation('signIn')
  async signIn(
    @ParsedBody(signInSchema) body: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI> {
    return this.#enter(await this.signIns.byPassword(body, request.ip), request, response)
  }

  @Operation('signInSample')
  @UseGuards(SampleGuard)
  async signInSample(
    @ParsedBody(sampleSignInSchema) body: { person: SamplePerson },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI> {
    return this.#enter(await this.signIns.asSample(body.person), request, response)
  }

  @Operation('recover')
  async recover(
    @ParsedBody(recoverSchema) body: Recover,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI & { newPhrase: string }> {
    const { personId, newPhrase } = await this.signIns.byPhrase(body, request.ip)
    return { ...(await this.#enter(personId, request, response)), newPhrase }
  }

  @Operation('whoAmI')
  @UseGuards(SessionGuard)
  whoAmI(@SignedIn() person: Authenticated): Promise<WhoAmI> {
    return this.#describe(person)
  }

  @Operation('signOut')
  @UseGuards(SessionGuard)
  async signOut(@SignedIn() { sessionId, personId }: Authenticated, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(sessionId, personId)
    response.clearCookie(SESSION_COOKIE, this.#cookie())
    response.setHeader('Clear-Site-Data', '"cache"')
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

  async #enter(personId: string, request: Request, response: Response): Promise<WhoAmI> {
    const token = await this.sessions.open(personId, deviceOf(request.headers['user-agent']), request.headers.cookie)
    response.cookie(SESSION_COOKIE, token, { ...this.#cookie(), maxAge: COOKIE_DAYS * 86_400_000 })
    const person = await this.sessions.authenticate(`${SESSION_COOKIE}=${token}`)
    if (!person) throw new Error('a session that was opened just now is not there')
    return this.#describe(person)
  }

  async #describe({ personId, publicId, name, handle, hasEmail, locale }: Authenticated): Promise<WhoAmI> {
    const { seats, rules } = await this.seats.seatsOf(personId)
    return { person: { id: publicId, name, handle, hasEmail, locale }, seats, rules, sampleData: this.config.sampleData }
  }

  /** `Secure` only where the address is https: a workshop's laptop serves plain http, and says so. */
  #cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.publicUrl?.startsWith('https:') ?? false }
  }
}
