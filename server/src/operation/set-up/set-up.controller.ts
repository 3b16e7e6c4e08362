import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common'
import {
  enterSetUpSchema,
  newOperatorSchema,
  passedStepSchema,
  placeSchema,
  sampleChoiceSchema,
  testMailSchema,
  type MailOutcome,
  type NewOperator,
  type Place,
  type ReadStep,
  type SetUpView,
  type WhoAmI
} from '@roundtable/shared/protocol'
import type { Request, Response } from 'express'
import type { Config } from '../../config/index.js'
import { type Authenticated, Entrance, OperatorGuard, SessionGuard, SignedIn, newPasswordSchema } from '../../identity/index.js'
import { Operation } from '../../platform/operation.js'
import { ParsedBody } from '../../platform/parsed.js'
import { CONFIG } from '../../platform/tokens.js'
import { SET_UP_COOKIE, setUpCookie, setUpTokenOf } from './set-up-cookie.js'
import { SetUpGuard, SetUpOpenGuard, SetUpTokenGuard } from './set-up.guard.js'
import { SetUpService } from './set-up.service.js'
import { TestMail } from './test-mail.js'

/** What is wrong with the user name and with the password is said at once. */
const operatorSchema = newOperatorSchema.extend({ password: newPasswordSchema })
const COOKIE_MS = 86_400_000

@Controller()
export class SetUpController {
  constructor(
    @Inject(SetUpService) private readonly setUp: SetUpService,
    @Inject(TestMail) private readonly mail: TestMail,
    @Inject(Entrance) private readonly entrance: Entrance,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  @Operation('enterSetUp')
  @UseGuards(SetUpOpenGuard)
  async enterSetUp(
    @ParsedBody(enterSetUpSchema) { token }: { token: string },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<void> {
    await this.setUp.mustBeLetIn(token, request.ip)
    response.cookie(SET_UP_COOKIE, token, { ...setUpCookie(this.config.publicUrl), maxAge: COOKIE_MS })
  }

  @Operation('getSetUp')
  @UseGuards(SetUpGuard)
  getSetUp(): Promise<SetUpView> {
    return this.setUp.view()
  }

  @Operation('getHome')
  @UseGuards(SessionGuard)
  getHome(): Promise<{ country: string | null }> {
    return this.setUp.home()
  }

  @Operation('sayPlace')
  @UseGuards(SetUpGuard)
  sayPlace(@ParsedBody(placeSchema) body: Place): Promise<SetUpView> {
    return this.setUp.sayPlace(body)
  }

  @Operation('makeOperator')
  @UseGuards(SetUpTokenGuard)
  async makeOperator(
    @ParsedBody(operatorSchema) body: NewOperator,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response
  ): Promise<WhoAmI & { phrase: string }> {
    const { personId, phrase } = await this.setUp.makeOperator(body, setUpTokenOf(request.headers.cookie) ?? '')
    response.clearCookie(SET_UP_COOKIE, setUpCookie(this.config.publicUrl))
    return { ...(await this.entrance.enter(personId, request, response)), phrase }
  }

  @Operation('sendTestMail')
  @UseGuards(OperatorGuard)
  async sendTestMail(@ParsedBody(testMailSchema) { to }: { to: string }): Promise<{ outcome: MailOutcome }> {
    return { outcome: await this.mail.send(to) }
  }

  @Operation('passSetUpStep')
  @UseGuards(OperatorGuard)
  passSetUpStep(@ParsedBody(passedStepSchema) { step }: { step: ReadStep }): Promise<SetUpView> {
    return this.setUp.pass(step)
  }

  @Operation('chooseSample')
  @UseGuards(OperatorGuard)
  chooseSample(@ParsedBody(sampleChoiceSchema) { load }: { load: boolean }, @SignedIn() person: Authenticated): Promise<SetUpView> {
    return this.setUp.chooseSample(load, person)
  }
}
