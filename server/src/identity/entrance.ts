import { Inject, Injectable } from '@nestjs/common'
import type { WhoAmI } from '@roundtable/shared/protocol'
import type { CookieOptions, Request, Response } from 'express'
import { SEAT_DIRECTORY, type SeatDirectory } from '../ability/index.js'
import type { Config } from '../config/index.js'
import { CONFIG } from '../platform/tokens.js'
import { deviceOf } from './domain/device.js'
import { SESSION_COOKIE } from './domain/session-cookie.js'
import { SessionService } from './session.service.js'
import type { Authenticated } from './session.store.js'

const COOKIE_DAYS = 90

/** What every way of coming in ends with: a session, its cookie, and the answer who one is. */
@Injectable()
export class Entrance {
  constructor(
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SEAT_DIRECTORY) private readonly seats: SeatDirectory,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  async enter(personId: string, request: Request, response: Response): Promise<WhoAmI> {
    const token = await this.sessions.open(personId, deviceOf(request.headers['user-agent']), request.headers.cookie)
    response.cookie(SESSION_COOKIE, token, { ...this.#cookie(), maxAge: COOKIE_DAYS * 86_400_000 })
    const person = await this.sessions.authenticate(`${SESSION_COOKIE}=${token}`)
    if (!person) throw new Error('a session that was opened just now is not there')
    return this.describe(person)
  }

  async describe({ personId, publicId, name, handle, hasEmail, locale, isOperator }: Authenticated): Promise<WhoAmI> {
    const { seats, rules } = await this.seats.seatsOf(personId)
    const person = { id: publicId, name, handle, hasEmail, locale }
    return { person, seats, rules, sampleData: this.config.sampleData, ...(isOperator && { isOperator }) }
  }

  /** The browser forgets the cookie and what it kept of answers. */
  forget(response: Response): void {
    response.clearCookie(SESSION_COOKIE, this.#cookie())
    response.setHeader('Clear-Site-Data', '"cache"')
  }

  /** `Secure` only where the address is https: a workshop's laptop serves plain http, and says so. */
  #cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.publicUrl?.startsWith('https:') ?? false }
  }
}
